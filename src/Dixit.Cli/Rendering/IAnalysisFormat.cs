// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Rendering;

/// <summary>A form in which analyses are printed. Safe to use from many threads at once.</summary>
internal interface IAnalysisFormat
{
    /// <summary>What writes analyses to a stream, one after the other, as UTF-8; for one thread at a time.</summary>
    Action<Analysis> OpenOn(Stream output);
}
