// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>One simple form of a verb. A form that is several things comes once or more often; the flags of all add up.</summary>
internal readonly record struct VerbForm(string Form, VerbMorph Morph);
