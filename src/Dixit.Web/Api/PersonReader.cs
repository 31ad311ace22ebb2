// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Web.Api;

/// <summary>Reads somebody of a list from a request.</summary>
internal static class PersonReader
{
    private const int MostItems = 200;

    /// <summary>The person, as far as it can be read.</summary>
    /// <param name="fields">Gathers what is wrong.</param>
    /// <param name="place">What the fields of this one begin with, such as <c>people[3]</c>.</param>
    /// <param name="request">What was sent.</param>
    public static ListedPerson Read(FieldReader fields, string place, PersonRequest request)
    {
        var name = fields.Need($"{place}.name", request.Name, FieldReader.LongestText);
        var wikidata = fields.Text($"{place}.wikidata", request.Wikidata);
        if (wikidata is not null && (wikidata[0] != 'Q' || wikidata.Length < 2 || wikidata.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            fields.Refuse($"{place}.wikidata", "takes Q and a number");
        if (request.Aliases?.Count > MostItems || request.Roles?.Count > MostItems)
            fields.Refuse(place, $"has more than {MostItems} aliases or roles");
        return new ListedPerson(name, fields.Name<SpeakerKind>($"{place}.kind", request.Kind) ?? SpeakerKind.Person)
        {
            Aliases = [.. (request.Aliases ?? []).Take(MostItems).Select((alias, i) => fields.Text($"{place}.aliases[{i}]", alias)).OfType<string>()],
            Gender = fields.Name<Gender>($"{place}.gender", request.Gender) ?? Gender.Unknown,
            Wikidata = wikidata,
            Roles = [.. (request.Roles ?? []).Take(MostItems).Select((role, i) => ReadRole(fields, $"{place}.roles[{i}]", role))],
        };
    }

    private static KnownRole ReadRole(FieldReader fields, string place, PersonRoleRequest? request)
    {
        var (role, from, to) = (fields.Need($"{place}.role", request?.Role, FieldReader.LongestText), fields.Day($"{place}.from", request?.From), fields.Day($"{place}.to", request?.To));
        if (from > to)
            fields.Refuse($"{place}.to", "is before its beginning");
        return new KnownRole(role, from, to);
    }
}
