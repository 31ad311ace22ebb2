// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Tests.Pages;

/// <summary>What takes much memory runs when nothing else does: other tests measure it.</summary>
[CollectionDefinition("hostile pages", DisableParallelization = true)]
public sealed class HostilePages;
