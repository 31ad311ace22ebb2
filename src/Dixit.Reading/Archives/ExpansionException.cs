// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Archives;

/// <summary>An input grows beyond all measure when it is unpacked. It ends the reading of the outermost input.</summary>
internal sealed class ExpansionException(string message) : Exception(message);
