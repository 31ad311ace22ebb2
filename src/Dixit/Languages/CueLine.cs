// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Languages;

/// <summary>Reads the columns that the cue files share.</summary>
internal static class CueLine
{
    /// <summary>The columns of a line, which must be so many.</summary>
    /// <exception cref="FormatException">It has another number of columns, or an empty one.</exception>
    public static string[] Columns(string line, int count)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        if (columns.Length != count || Array.IndexOf(columns, "") >= 0)
            throw new FormatException($"Not {count} columns: « {line} ».");
        return columns;
    }

    /// <summary>The frames named in a column; <c>none</c> alone stands for no frame.</summary>
    /// <exception cref="FormatException">A name is unknown or stands twice.</exception>
    public static CueFrames Frames(string column)
    {
        var frames = CueFrames.None;
        if (column == "none")
            return frames;
        foreach (var name in column.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var frame = name switch
            {
                "quote" => CueFrames.Quote,
                "that" => CueFrames.That,
                "whether" => CueFrames.Whether,
                "inf" => CueFrames.Infinitive,
                "of-inf" => CueFrames.OfInfinitive,
                "to-inf" => CueFrames.ToInfinitive,
                "for-inf" => CueFrames.ForInfinitive,
                "object" => CueFrames.QuotedObject,
                "predicate" => CueFrames.Predicate,
                "event" => CueFrames.EventObject,
                "reflexive" => CueFrames.ReflexiveOnly,
                "after" => CueFrames.AfterClause,
                "thought" => CueFrames.Thought,
                "person" => CueFrames.NeedsPerson,
                "manner" => CueFrames.Manner,
                "relay" => CueFrames.Relay,
                "bare" => CueFrames.Bare,
                "stance" => CueFrames.Stance,
                _ => throw new FormatException($"Unknown frame « {name} »."),
            };
            if ((frames & frame) != 0)
                throw new FormatException($"The frame « {name} » stands twice in « {column} ».");
            frames |= frame;
        }

        return frames;
    }

    /// <summary>The act named in a column.</summary>
    /// <exception cref="FormatException">There is no such act.</exception>
    public static SpeechAct Act(string column) => column switch
    {
        "assert" => SpeechAct.Assert,
        "commit" => SpeechAct.Commit,
        "refuse" => SpeechAct.Refuse,
        "demand" => SpeechAct.Demand,
        "warn" => SpeechAct.Warn,
        "deny" => SpeechAct.Deny,
        "accuse" => SpeechAct.Accuse,
        "predict" => SpeechAct.Predict,
        "praise" => SpeechAct.Praise,
        "regret" => SpeechAct.Regret,
        "ask" => SpeechAct.Ask,
        _ => throw new FormatException($"Unknown act « {column} »."),
    };
}
