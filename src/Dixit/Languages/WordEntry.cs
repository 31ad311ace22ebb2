// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>A name or term of several words, in the words that a tokenizer yields (« Quai d’Orsay »: quai, d', orsay).</summary>
/// <remarks>The words are two or more, folded as in a lexicon; <c>Stands</c> is as in <see cref="Lexeme.Stands"/>.</remarks>
internal sealed record ListedPhrase(string[] Words, WordClass Classes, Gender Gender, bool Plural, string? Stands);

/// <summary>One line of a word list: <c>forms | options</c>.</summary>
/// <remarks>
/// Forms are separated by semicolons. One form: gender and number as the options say. Two: singular, plural. Four: masculine
/// singular, feminine singular, masculine plural, feminine plural; a column may be empty. Options are separated by commas:
/// names of <see cref="WordClass"/>, <c>gender=m</c> or <c>gender=f</c>, <c>number=s</c> or <c>number=p</c>,
/// <c>value=7</c>, <c>stands=a name</c>.
/// </remarks>
internal sealed class WordEntry
{
    private readonly List<(string Form, Gender Gender, bool Singular, bool Plural)> _forms = new(4);

    private WordEntry()
    {
    }

    public WordClass Classes { get; private set; }

    public int Value { get; private set; }

    public string? Stands { get; private set; }

    /// <summary>Reads one line, whose words are the classes given and those that it names.</summary>
    /// <exception cref="FormatException">The line is none: a fault in the assembly's own data.</exception>
    public static WordEntry Parse(string line, WordClass classes)
    {
        var entry = new WordEntry { Classes = classes };
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var gender = Gender.Unknown;
        var number = ' ';
        if (bar >= 0)
        {
            foreach (var option in line[(bar + 1)..].Split(',', StringSplitOptions.TrimEntries))
                entry.ReadOption(option, line, ref gender, ref number);
        }

        var forms = (bar < 0 ? line : line[..bar]).Split(';', StringSplitOptions.TrimEntries);
        switch (forms.Length)
        {
            case 1:
                entry.AddForm(forms[0], gender, number == 's', number == 'p');
                break;
            case 2 when number == ' ':
                entry.AddForm(forms[0], gender, true, false);
                entry.AddForm(forms[1], gender, false, true);
                break;
            case 4 when number == ' ' && gender == Gender.Unknown:
                entry.AddForm(forms[0], Gender.Male, true, false);
                entry.AddForm(forms[1], Gender.Female, true, false);
                entry.AddForm(forms[2], Gender.Male, false, true);
                entry.AddForm(forms[3], Gender.Female, false, true);
                break;
            default:
                throw Fault(line, "one form, two or four, and no option that repeats a column");
        }

        return entry._forms.Count > 0 ? entry : throw Fault(line, "a form");
    }

    /// <summary>
    /// Adds the forms of one word to a lexicon, and those of several words to the phrases. A form of a weak list that is
    /// already a noun or a first name keeps the gender it has (« Rose », « politique »).
    /// </summary>
    public void AddTo(Lexicon.Builder builder, List<ListedPhrase> phrases, bool weak = false)
    {
        Span<bool> settled = stackalloc bool[_forms.Count];
        for (var i = 0; weak && i < settled.Length; i++)
        {
            if (!IsSeveral(_forms[i].Form))
                settled[i] = IsSettled(builder.Add(_forms[i].Form, Classes));
        }

        for (var i = 0; i < settled.Length; i++)
        {
            var form = settled[i] ? _forms[i] with { Gender = Gender.Unknown } : _forms[i];
            Add(form, builder, phrases);

            // French printers often leave the accent of a capital out: « Etat », « A Paris ».
            if (WithoutInitialAccents(form.Form) is { } bare)
                Add(form with { Form = bare }, builder, phrases);
        }
    }

    /// <summary>The folded words of a form, cut as in a text: at spaces, and after an apostrophe that elides.</summary>
    public static string[] Words(string form)
    {
        var words = new List<string>();
        foreach (var part in Lexicon.Fold(form).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var apostrophe = part.IndexOf('\'', StringComparison.Ordinal);
            var elides = apostrophe is > 0 and <= 2 && apostrophe < part.Length - 1 && part[0] is 'd' or 'l' or 'q' or 's' or 'n' or 'j' or 'm' or 't' or 'c';
            if (elides)
            {
                words.Add(part[..(apostrophe + 1)]);
                words.Add(part[(apostrophe + 1)..]);
            }
            else
            {
                words.Add(part);
            }
        }

        return [.. words];
    }

    /// <summary>The form with the accents of its words' first letters left out, or null where there is none.</summary>
    private static string? WithoutInitialAccents(string form)
    {
        char[]? bare = null;
        for (var i = 0; i < form.Length; i++)
        {
            if (i > 0 && form[i - 1] is not (' ' or '\'' or '-'))
                continue;
            var letter = form[i] switch
            {
                'É' or 'È' or 'Ê' or 'Ë' => 'E',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'À' or 'Â' => 'A',
                'à' or 'â' => 'a',
                'Î' or 'Ï' => 'I',
                'î' or 'ï' => 'i',
                'Ô' => 'O',
                'ô' => 'o',
                _ => '\0',
            };
            if (letter != '\0')
                (bare ??= form.ToCharArray())[i] = letter;
        }

        return bare is null ? null : new string(bare);
    }

    private static FormatException Fault(string line, string expected) =>
        new($"Word list line « {line} »: expected {expected}.");

    private void AddForm(string form, Gender gender, bool singular, bool plural)
    {
        if (form.Length > 0)
            _forms.Add((form, gender, singular, plural));
    }

    private static bool IsSeveral(string form) =>
        form.AsSpan().ContainsAny(" '’") && Words(form).Length > 1;

    private static bool IsSettled(Lexeme lexeme) =>
        lexeme.Singular || lexeme.Plural || lexeme.Is(WordClass.GivenName);

    private void Add((string Form, Gender Gender, bool Singular, bool Plural) form, Lexicon.Builder builder, List<ListedPhrase> phrases)
    {
        if (IsSeveral(form.Form))
        {
            phrases.Add(new ListedPhrase(Words(form.Form), Classes, form.Gender, form.Plural, Stands));
            return;
        }

        var lexeme = builder.Add(form.Form, Classes, form.Gender, form.Singular, form.Plural);
        if (Value != 0)
            lexeme.Value = Value;
        lexeme.Stands ??= Stands;
    }

    private void ReadOption(string option, string line, ref Gender gender, ref char number)
    {
        switch (option)
        {
            case "gender=m":
                gender = Gender.Male;
                return;
            case "gender=f":
                gender = Gender.Female;
                return;
            case "number=s" or "number=p":
                number = option[^1];
                return;
        }

        var equals = option.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 && option.Length > 0 && char.IsAsciiLetterUpper(option[0]) && Enum.TryParse<WordClass>(option, out var classes))
            Classes |= classes;
        else if (option.StartsWith("value=", StringComparison.Ordinal) && int.TryParse(option.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            Value = value;
        else if (option.StartsWith("stands=", StringComparison.Ordinal) && option.Length > 7)
            Stands = option[7..];
        else
            throw Fault(line, $"an option instead of « {option} »");
    }
}
