// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;

namespace Dixit.Tests.Languages;

/// <summary>The files of French as the library carries them, without comments.</summary>
internal static class LanguageFiles
{
    public static IEnumerable<string> Lines(string file) => Reader.Read("Languages/French/" + file);

    private abstract class Reader : Language
    {
        public static IEnumerable<string> Read(string path) => ReadLines(path);
    }
}
