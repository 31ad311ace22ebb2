// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>What languages are called in notes.</summary>
internal static class LanguageNames
{
    /// <summary>The English name of a language, or its code where it has none here.</summary>
    public static string Of(string code) => code switch
    {
        "fr" => "French",
        "en" => "English",
        "de" => "German",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "ca" => "Catalan",
        "nl" => "Dutch",
        "sv" => "Swedish",
        "da" => "Danish",
        "no" => "Norwegian",
        "fi" => "Finnish",
        "pl" => "Polish",
        "cs" => "Czech",
        "sk" => "Slovak",
        "ro" => "Romanian",
        "hu" => "Hungarian",
        "hr" => "Croatian",
        "tr" => "Turkish",
        "id" => "Indonesian",
        "vi" => "Vietnamese",
        "sq" => "Albanian",
        "eu" => "Basque",
        "la" => "Latin",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "bg" => "Bulgarian",
        "sr" => "Serbian",
        "el" => "Greek",
        "ar" => "Arabic",
        "fa" => "Persian",
        "ur" => "Urdu",
        "he" => "Hebrew",
        "zh" => "Chinese",
        "ja" => "Japanese",
        "ko" => "Korean",
        "th" => "Thai",
        "hi" => "Hindi",
        _ => code,
    };
}
