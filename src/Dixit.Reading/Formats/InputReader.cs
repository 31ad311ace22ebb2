// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Xml;
using Dixit.Reading.Archives;

namespace Dixit.Reading.Formats;

/// <summary>Reads one input to its end, or to where it fails: a file, a stream, or an entry of an archive.</summary>
internal static class InputReader
{
    /// <summary>Archives in archives in archives are read; beyond that nobody packs, but for mischief.</summary>
    public const int MostDepth = 4;

    /// <summary>The documents of an input and the problems met.</summary>
    /// <param name="open">Opens its bytes.</param>
    /// <param name="leaveOpen">Whether they belong to somebody else.</param>
    /// <param name="reader">The form that the user named, or null where it is to be told.</param>
    /// <param name="source">Makes the input of the stream.</param>
    /// <param name="path">How to call it in problems.</param>
    /// <param name="isOutermost">Whether what is wrong with the whole is reported here.</param>
    public static IEnumerable<ReadResult> Read(Func<Stream> open, bool leaveOpen, FormatReader? reader, Func<PeekedStream, InputSource> source, string path, bool isOutermost)
    {
        Stream? stream = null;
        InputSource? read = null;
        try
        {
            var results = Try(path, isOutermost, out var problem, () =>
            {
                stream = open();
                var input = source(new PeekedStream(stream));
                input.Expansion.StartFrom(input.Bytes);
                read = input;
                var chosen = reader is null || (reader is PlainTextReader && FormatReaders.IsPage(input.Bytes.Head)) ? FormatReaders.Choose(input.Name, input.Bytes.Head) : reader;
                if (chosen is null || !chosen.IsCertain(input.Bytes.Head))
                {
                    if (FormatReaders.Refuse(path, input.Name, input.Bytes.Head) is { } refusal)
                        return [ReadResult.Of(refusal)];
                }

                return chosen!.Read(input);
            });
            using var each = results?.GetEnumerator();
            while (each is not null && Try(path, isOutermost, out problem, each.MoveNext))
                yield return read?.Whole is { } whole && each.Current is { Succeeded: true, Line: null } result ? result.From(whole) : each.Current;
            if (problem is not null)
                yield return ReadResult.Of(problem);
        }
        finally
        {
            if (!leaveOpen)
                stream?.Dispose();
        }
    }

    /// <summary>Makes a problem of what is thrown while bytes are read.</summary>
    private static T? Try<T>(string path, bool isOutermost, out ReadProblem? problem, Func<T> read)
    {
        problem = null;
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = ReadProblems.ReportUnreadable(path, exception);
        }
        catch (InvalidDataException exception)
        {
            problem = ReadProblems.ReportBrokenArchive(path, exception.Message.TrimEnd('.'));
        }
        catch (XmlException exception)
        {
            problem = ReadProblems.ReportBrokenXml(path, exception);
        }
        catch (DecoderFallbackException)
        {
            problem = ReadProblems.ReportUndecodable(path, "has bytes that are not valid in the encoding that it starts with", null, null);
        }
        catch (ExpansionException exception) when (isOutermost)
        {
            problem = ReadProblems.ReportExpansion(path, exception.Message);
        }
        catch (Exception exception) when (exception is not (ExpansionException or OperationCanceledException or OutOfMemoryException))
        {
            // No input may end the reading of the others, not even one that shows a mistake of ours.
            problem = ReadProblems.ReportDefect(path, exception);
        }

        return default;
    }
}
