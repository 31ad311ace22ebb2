// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dixit.Cli.Evaluating;

/// <summary>The words of a name as names are compared: small letters without accents, without articles and titles.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> _left = FrozenSet.Create(
        StringComparer.Ordinal,
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "the", "a", "an", "of", "to", "his", "her",
        "their", "its", "m", "mme", "mr", "mrs", "ms", "dr", "monsieur", "madame");

    // The program runs without tables of the Unicode normal forms: a letter, and after it those that are it with a mark (NFKD).
    private static readonly string[] _marked =
    [
        "1¹",
        "2²",
        "3³",
        "aªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
        "bḂḃḄḅḆḇ",
        "cÇçĆćĈĉĊċČčḈḉ",
        "dĎďḊḋḌḍḎḏḐḑḒḓ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
        "fḞḟ",
        "gĜĝĞğĠġĢģǦǧǴǵḠḡ",
        "hĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị",
        "jĴĵǰ",
        "kĶķǨǩḰḱḲḳḴḵ",
        "lĹĺĻļĽľḶḷḸḹḺḻḼḽ",
        "mḾḿṀṁṂṃ",
        "nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ",
        "oºÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
        "pṔṕṖṗ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
        "sŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ",
        "tŢţŤťȚțṪṫṬṭṮṯṰṱẗ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
        "vṼṽṾṿ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘ",
        "xẊẋẌẍ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
        "zŹźŻżŽžẐẑẒẓẔẕ",
        "æǢǣǼǽ",
        "øǾǿ",
        "ʒǮǯ",
        "αΆά",
        "εΈέ",
        "ηΉή",
        "ιΊΐΪίϊ",
        "μµ",
        "οΌό",
        "υΎΫΰϋύ",
        "ωΏώ",
        "аӐӑӒӓ",
        "гЃѓ",
        "еЀЁѐёӖӗ",
        "жӁӂӜӝ",
        "зӞӟ",
        "иЍЙйѝӢӣӤӥ",
        "кЌќ",
        "оӦӧ",
        "уЎўӮӯӰӱӲӳ",
        "чӴӵ",
        "ыӸӹ",
        "эӬӭ",
        "іЇї",
        "ѵѶѷ",
        "әӚӛ",
        "өӪӫ",
    ];

    private static readonly FrozenDictionary<char, char> _plain =
        _marked.SelectMany(row => row.Skip(1).Select(marked => KeyValuePair.Create(marked, row[0]))).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> _ligatures = new Dictionary<char, string>
    {
        ['Ĳ'] = "ij", ['ĳ'] = "ij", ['Ǆ'] = "dz", ['ǅ'] = "dz", ['ǆ'] = "dz", ['Ǉ'] = "lj", ['ǈ'] = "lj", ['ǉ'] = "lj", ['Ǌ'] = "nj", ['ǋ'] = "nj", ['ǌ'] = "nj",
        ['Ǳ'] = "dz", ['ǲ'] = "dz", ['ǳ'] = "dz", ['\uFB00'] = "ff", ['\uFB01'] = "fi", ['\uFB02'] = "fl", ['\uFB03'] = "ffi", ['\uFB04'] = "ffl", ['\uFB05'] = "st", ['\uFB06'] = "st",
    }.ToFrozenDictionary();

    /// <summary>The words that count, folded.</summary>
    public static List<string> Of(string name) => [.. TextWords.Of(Fold(name)).Select(word => word.ToString()).Where(word => !_left.Contains(word))];

    /// <summary>Whether every word that counts begins with a capital: a proper name rather than a phrase.</summary>
    public static bool IsName(string raw)
    {
        foreach (var word in TextWords.Of(raw))
        {
            if (!Rune.IsUpper(word.EnumerateRunes().First()) && !_left.Contains(word.ToString().ToLowerInvariant()))
                return false;
        }

        return true;
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (_plain.TryGetValue(character, out var plain))
                folded.Append(plain);
            else if (_ligatures.TryGetValue(character, out var letters))
                folded.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }
}
