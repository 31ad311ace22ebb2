// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Tests.Support;

/// <summary>Encodes texts in the one-byte encodings, each with its own list of the characters beyond Latin-1.</summary>
internal static class SingleBytes
{
    public static byte[] Windows1252(string text) => Encode(text, new()
    {
        ['€'] = 0x80, ['…'] = 0x85, ['Œ'] = 0x8C, ['‘'] = 0x91, ['’'] = 0x92, ['“'] = 0x93, ['”'] = 0x94, ['–'] = 0x96, ['—'] = 0x97, ['œ'] = 0x9C,
    });

    public static byte[] Latin9(string text) => Encode(text, new()
    {
        ['€'] = 0xA4, ['Œ'] = 0xBC, ['œ'] = 0xBD, ['Ÿ'] = 0xBE,
    });

    private static byte[] Encode(string text, Dictionary<char, byte> table) =>
        [.. text.Select(c => table.TryGetValue(c, out var value) ? value : c < 0x100 ? (byte)c : throw new ArgumentException($"No byte for {c}.", nameof(text)))];
}
