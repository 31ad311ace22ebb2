// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Dixit.Reading.Fetching;

/// <summary>What a host asks of programs that visit it: robots.txt (RFC 9309).</summary>
internal sealed class RobotsFile
{
    /// <summary>What is read of such a file.</summary>
    public const int MostBytes = 500 * 1024;

    private static readonly TimeSpan _longestDelay = TimeSpan.FromSeconds(30);

    private readonly List<(string Pattern, bool IsAllowed)> _rules = [];

    private RobotsFile()
    {
    }

    /// <summary>For hosts that ask for nothing.</summary>
    public static RobotsFile AllowAll { get; } = new();

    /// <summary>For hosts whose wishes cannot be known, as their servers fail.</summary>
    public static RobotsFile DisallowAll { get; } = Parse("User-agent: *\nDisallow: /");

    /// <summary>How long to wait between two visits, or zero.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Reads a file: the groups that name us, together; else those for everybody.</summary>
    public static RobotsFile Parse(string text)
    {
        var own = new RobotsFile();
        var common = new RobotsFile();
        var isNamed = false;
        var names = new List<string>();
        var inRules = false;
        foreach (var whole in text.Split('\n', '\r'))
        {
            var line = whole.IndexOf('#') is >= 0 and var comment ? whole[..comment] : whole;
            if (line.IndexOf(':') is not (> 0 and var colon))
                continue;
            var key = line[..colon].Trim().TrimStart('\uFEFF').ToLowerInvariant();
            var value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                if (inRules)
                    names.Clear();
                inRules = false;
                names.Add(value);
                isNamed |= IsOurs(value);
                continue;
            }

            if (key is not ("allow" or "disallow" or "crawl-delay"))
                continue;
            inRules = true;
            if (names.Exists(IsOurs))
                own.Take(key, value);
            if (names.Contains("*"))
                common.Take(key, value);
        }

        return isNamed ? own : common;
    }

    /// <summary>Whether a path (with its query) may be visited: the longest rule that fits decides, and of two of one length the one that allows.</summary>
    public bool Allows(string path)
    {
        if (path == "/robots.txt")
            return true;
        path = Normalise(path);
        var longest = -1;
        var isAllowed = true;
        foreach (var (pattern, allowed) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allowed) || !Matches(pattern, path))
                continue;
            (longest, isAllowed) = (pattern.Length, allowed);
        }

        return isAllowed;
    }

    private static bool IsOurs(string name)
    {
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetter(name[end]) || name[end] is '-' or '_'))
            end++;
        return name.AsSpan(0, end).Equals(WebOptions.Product, StringComparison.OrdinalIgnoreCase);
    }

    private void Take(string key, string value)
    {
        if (key == "crawl-delay")
        {
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
                Delay = TimeSpan.FromSeconds(Math.Min(seconds, _longestDelay.TotalSeconds));
        }
        else if (value.Length > 0)
        {
            _rules.Add((Normalise(value), key == "allow"));
        }
    }

    // « é » and « %C3%A9 » are one, and so are « %7e » and « ~ »; what a path reserves stays coded.
    private static string Normalise(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (value >= 0x80)
                text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            else
                text.Append((char)value);
        }

        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] != '%' || !byte.TryParse($"{text[i + 1]}{text[i + 2]}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                continue;
            if (char.IsAsciiLetterOrDigit((char)code) || (char)code is '-' or '.' or '_' or '~')
                text.Remove(i, 3).Insert(i, (char)code);
            else
                (text[i + 1], text[i + 2]) = (char.ToUpperInvariant(text[i + 1]), char.ToUpperInvariant(text[i + 2]));
        }

        return text.ToString();
    }

    // « * » stands for any characters, « $ » at the end for the end. No way back is ever taken further than to the last star.
    private static bool Matches(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var length = isWhole ? pattern.Length - 1 : pattern.Length;
        int p = 0, s = 0, star = -1, from = 0;
        while (true)
        {
            if (p == length && (!isWhole || s == path.Length))
                return true;
            if (p < length && pattern[p] == '*')
            {
                star = p++;
                from = s;
            }
            else if (p < length && s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
            }
            else if (star >= 0 && from < path.Length)
            {
                p = star + 1;
                s = ++from;
            }
            else
            {
                return false;
            }
        }
    }
}
