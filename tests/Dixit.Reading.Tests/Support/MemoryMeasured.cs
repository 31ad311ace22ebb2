// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Tests.Support;

/// <summary>Tests that measure the memory of the process, so that no other may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryMeasured
{
    public const string Name = "Memory";
}
