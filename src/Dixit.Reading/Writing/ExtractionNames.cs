// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Reading.Writing;

/// <summary>The names that the output contract has for the values of enumerations.</summary>
internal static class ExtractionNames
{
    private static readonly NameTable<QuotationKind> _quotationKinds = new();
    private static readonly NameTable<SpeechAct> _acts = new();
    private static readonly NameTable<SpeakerKind> _speakerKinds = new();
    private static readonly NameTable<Gender> _genders = new();
    private static readonly NameTable<BlockKind> _blockKinds = new();

    public static JsonEncodedText Of(BlockKind kind) => _blockKinds[kind];

    public static bool TryRead(string? name, out BlockKind kind) => _blockKinds.TryRead(name, out kind);

    public static JsonEncodedText Of(QuotationKind kind) => _quotationKinds[kind];

    public static JsonEncodedText Of(SpeechAct act) => _acts[act];

    public static JsonEncodedText Of(SpeakerKind kind) => _speakerKinds[kind];

    /// <summary>The name, or null for a gender that is not known: the contract has no word for it.</summary>
    public static JsonEncodedText? Of(Gender gender) => gender == Gender.Unknown ? null : _genders[gender];

    public static bool TryRead(string? name, out QuotationKind kind) => _quotationKinds.TryRead(name, out kind);

    public static bool TryRead(string? name, out SpeechAct act) => _acts.TryRead(name, out act);

    public static bool TryRead(string? name, out SpeakerKind kind) => _speakerKinds.TryRead(name, out kind);

    public static bool TryRead(string? name, out Gender gender) => _genders.TryRead(name, out gender);

    private sealed class NameTable<T>
        where T : struct, Enum
    {
        private readonly Dictionary<T, JsonEncodedText> _names = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonEncodedText.Encode(value.ToString().ToLowerInvariant()));

        public JsonEncodedText this[T value] => _names[value];

        public bool TryRead(string? name, out T value)
        {
            foreach (var (candidate, written) in _names)
            {
                if (written.Value == name)
                {
                    value = candidate;
                    return true;
                }
            }

            value = default;
            return false;
        }
    }
}
