// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Dixit.Web;

/// <summary>The tokens that let people in, each kept as its hash alone. Immutable.</summary>
/// <remarks>A file of tokens has a line for each: role, name, and the SHA-256 of the token in hexadecimal. Tokens made here have 256 random bits, so that
/// a hash without salt tells nothing of them.</remarks>
public sealed class TokenList
{
    /// <summary>The fewest characters of a token that is not made here.</summary>
    public const int ShortestToken = 16;

    private readonly IReadOnlyList<Entry> _entries;

    private TokenList(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>No token at all.</summary>
    public static TokenList Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>A new token, to be told once.</summary>
    public static string Make() => "dixit_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads a file of tokens; empty where there is none.</summary>
    /// <exception cref="FormatException">A line is none that <see cref="Write"/> writes; the message names it.</exception>
    public static TokenList Read(string path)
    {
        if (!File.Exists(path))
            return Empty;
        var entries = new List<Entry>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            var parts = line.Split('\t');
            if (parts is not [var role, { Length: > 0 } name, { Length: 64 } hash] || !TryParseRole(role, out var parsed) || !hash.All(char.IsAsciiHexDigit))
                throw new FormatException($"{path} line {number}: not a role, a name and a hash, with tabs between");
            entries.Add(new Entry(parsed.Value, name, Convert.FromHexString(hash)));
        }

        return new TokenList(entries);
    }

    /// <summary>The role of a name, whatever its case.</summary>
    public static bool TryParseRole(string text, [NotNullWhen(true)] out DeskRole? role)
    {
        role = Enum.GetValues<DeskRole>().Cast<DeskRole?>().FirstOrDefault(value => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase));
        return role is not null;
    }

    /// <summary>The same with another token.</summary>
    /// <exception cref="ArgumentException">The token is shorter than <see cref="ShortestToken"/>.</exception>
    public TokenList With(DeskRole role, string name, string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length < ShortestToken)
            throw new ArgumentException($"A token has {ShortestToken} characters or more.", nameof(token));
        var clean = new string([.. name.Select(character => char.IsControl(character) ? ' ' : character)]);
        return new TokenList([.. _entries, new Entry(role, clean, Hash(token))]);
    }

    /// <summary>Writes the file, for its owner alone where the system knows owners.</summary>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var written = path + ".new";
        File.Delete(written);
        using (var file = new StreamWriter(written, new UTF8Encoding(false), options))
        {
            foreach (var entry in _entries)
                file.Write($"{entry.Role.ToString().ToLowerInvariant()}\t{entry.Name}\t{Convert.ToHexStringLower(entry.Hash)}\n");
        }

        File.Move(written, path, overwrite: true);
    }

    /// <summary>Whose token it is, or null; takes as long for every wrong one.</summary>
    internal (DeskRole Role, string Name)? Find(string token)
    {
        var hash = Hash(token);
        (DeskRole, string)? found = null;
        foreach (var entry in _entries)
        {
            if (CryptographicOperations.FixedTimeEquals(entry.Hash, hash))
                found = (entry.Role, entry.Name);
        }

        return found;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Entry(DeskRole Role, string Name, byte[] Hash);
}
