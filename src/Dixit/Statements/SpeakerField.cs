// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>In what part of public life somebody is known; the names are those of the sections of a language's <c>RoleFields.txt</c>.</summary>
[Flags]
internal enum SpeakerField
{
    None = 0,
    Politics = 1,
    Sport = 2,
    Arts = 4,
    Science = 8,
    Law = 16,
    Business = 32,
    Forces = 64,
    Citizens = 128,
}
