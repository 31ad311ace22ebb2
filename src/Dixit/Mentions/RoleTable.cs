// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Which roles the document states of whom, so that a role alone finds its holder.</summary>
internal sealed class RoleTable(TokenList tokens)
{
    private const int MostCompared = 32;

    private readonly Dictionary<ulong, List<Stated>> _byHead = [];
    private readonly Dictionary<int, List<Stated>> _byGroup = [];

    public void Add(Entity entity, TokenRange role, int head, int position)
    {
        var words = RoleWords.Read(tokens, role, head);
        if (entity.Role.IsEmpty)
            entity.Role = role;
        var stated = new Stated(entity, words, position, IsOfState(role));
        Fill(_byHead, words.Head, stated);
        if (words.Group != 0)
            Fill(_byGroup, words.Group, stated);
    }

    /// <summary>The one of whom the role is stated, or null; among several the one spoken of last.</summary>
    /// <param name="words">The description.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="gender">What a holder's gender must not contradict.</param>
    /// <param name="possessed">Whether it is somebody's (« son avocat »): then a holder of whom it is said that he is another's is not meant.</param>
    public Entity? Find(RoleWords words, int position, Gender gender, bool possessed) =>
        Best(_byHead.GetValueOrDefault(words.Head), words, position, gender, possessed)
        ?? (words.Group == 0 || possessed ? null : Best(_byGroup.GetValueOrDefault(words.Group), words, position, gender, possessed));

    private static Entity? Best(List<Stated>? candidates, RoleWords words, int position, Gender gender, bool possessed)
    {
        if (candidates is null)
            return null;
        Entity? best = null;
        var bestRank = 0;
        var tied = false;
        for (var i = candidates.Count - 1; i >= 0 && candidates.Count - i <= MostCompared; i--)
        {
            var stated = candidates[i];
            var entity = stated.Entity.Root;
            var match = stated.Words.Words is null ? 0 : words.Match(stated.Words);
            if (match == 0 || (possessed && stated.Words.Words!.Length > 0) || (gender != Gender.Unknown && entity.Gender != Gender.Unknown && entity.Gender != gender))
                continue;
            var before = entity.LastMention >= 0 && entity.LastMention < position;
            // What is said only further on must be said of the very office.
            if (!before && words.Head != stated.Words.Head)
                continue;
            // « le chef de l'Etat », or « le président » before another office is stated: not the president of the assembly.
            if (words.IsHeadOfState && !stated.Words.IsHeadOfState && !stated.OfState && (words.Words.Length > 0 || !before))
                continue;
            var rank = (match * 2) + (before ? 1 : 0);
            if (rank > bestRank)
                (best, bestRank, tied) = (entity, rank, false);
            else if (rank == bestRank && best != entity)
            {
                tied = true;
                if (entity.LastMention > best!.LastMention)
                    best = entity;
            }
        }

        // Two who could be meant by half a description: neither is.
        return tied && bestRank < 6 ? null : best;
    }

    private bool IsOfState(TokenRange role)
    {
        for (var i = role.First; i < role.End; i++)
        {
            if (tokens.Is(i, WordClass.PlaceName | WordClass.SpeakingPlace | WordClass.Demonym))
                return true;
        }

        return false;
    }

    private static void Fill<TKey>(Dictionary<TKey, List<Stated>> table, TKey key, Stated stated)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var list))
            table.Add(key, list = []);
        list.Add(stated);
    }

    private readonly record struct Stated(Entity Entity, RoleWords Words, int Position, bool OfState);
}
