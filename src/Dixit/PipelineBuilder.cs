// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages.English;
using Dixit.Languages.French;

namespace Dixit;

/// <summary>Builds a <see cref="Pipeline"/>. Not safe for several threads.</summary>
public sealed class PipelineBuilder
{
    /// <summary>The frozen pipeline with every language that this version knows.</summary>
    public Pipeline Build() => new([("fr", () => new FrenchLanguage()), ("en", () => new EnglishLanguage())]);
}
