// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Reading;

namespace Dixit.Cli;

/// <summary>The codes of the problems that are not about reading; those start with DX1.</summary>
internal static class CliProblems
{
    /// <summary>The result cannot be written where it should go.</summary>
    public const string CannotWrite = "DX2001";

    /// <summary>A line was asked for that the document does not have.</summary>
    public const string NoSuchLine = "DX2002";

    /// <summary>The desk cannot listen where it should.</summary>
    public const string CannotServe = "DX2003";

    /// <summary>A file that tells Dixit something cannot be read.</summary>
    public const string CannotRead = "DX2010";

    /// <summary>An entry of such a file says nothing that can be done.</summary>
    public const string WrongEntry = "DX2011";

    /// <summary>Gold, or predictions for it, are not in a form that can be compared.</summary>
    public const string NoGold = "DX2020";

    /// <summary>There is no prediction for a document of gold.</summary>
    public const string NoPrediction = "DX2021";

    /// <summary>The text that was predicted from is not gold's.</summary>
    public const string OtherText = "DX2022";

    /// <summary>No document of gold is to be compared.</summary>
    public const string NothingToCompare = "DX2023";

    /// <summary>A line of a list of people says nothing that can be taken in.</summary>
    public const string WrongLine = "DX2012";

    /// <summary>A defect of Dixit, met in one document. The document is left out.</summary>
    public const string DocumentDefect = "DX9001";

    /// <summary>A defect of Dixit that stopped the run.</summary>
    public const string Defect = "DX9999";

    private const string HowToReport = "This is a defect of Dixit. Please report it with the command line, the version (dixit --version) and, if you may share it, the input; --debug prints where it happened.";

    public static ReadProblem ReportCannotWrite(string path, Exception exception) =>
        new(CannotWrite, $"cannot be written: {Explain(path, exception, "folder")}", path);

    public static string ReportCannotServe(Exception exception) => $"{CannotServe}: the desk cannot be opened: {exception.Message}";

    public static ReadProblem ReportCannotRead(string path, Exception exception) =>
        new(CannotRead, $"cannot be read: {Explain(path, exception, "file")}", path);

    public static ReadProblem ReportNotOnTheWeb(string address) =>
        new(ReadProblems.NotOnTheWeb, "is neither a file nor an address that begins with http:// or https://", address);

    public static ReadProblem ReportNoSuchLine(string path, int line, int last) =>
        new(NoSuchLine, $"has no line {line}, its last is {last}", path);

    public static ReadProblem ReportNoSuchRecord(string path, int line) =>
        new(NoSuchLine, $"has no record on line {line}", path);

    public static ReadProblem ReportNoGold(string path, int? line, string what) => new(NoGold, what, path, line);

    public static ReadProblem ReportNoPrediction(string path, int count, string first) =>
        new(NoPrediction, $"there is no prediction for {(count == 1 ? "a document" : $"{count} documents")} of the gold, the first: {first}", path);

    public static ReadProblem ReportOtherText(string path, string document) =>
        new(OtherText, $"the text of {document} is not the gold text, so its offsets mean other words", path);

    public static ReadProblem ReportNothingToCompare(string path) =>
        new(NothingToCompare, "no document of the gold is to be compared: is there one, and does --docs fit its id?", path);

    public static ReadProblem ReportDocumentDefect(string path, int? line, Exception exception) =>
        new(DocumentDefect, $"internal error: {Describe(exception)}. The document is left out. {HowToReport}", path, line);

    public static string ReportDefect(Exception exception) => $"{Defect}: internal error: {Describe(exception)}. {HowToReport}";

    /// <summary>What is wrong with JSON, without the place within, which only that of the line would make clear.</summary>
    public static string Explain(JsonException exception)
    {
        var place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? exception.Message : exception.Message[..place]).TrimEnd('.', ' ');
    }

    // The system says it with whole paths, or as if somebody had forbidden it.
    private static string Explain(string path, Exception exception, string missing) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"there is no such {missing}",
        UnauthorizedAccessException when Directory.Exists(path) => "it is a folder",
        _ => exception.Message.TrimEnd('.'),
    };

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
}
