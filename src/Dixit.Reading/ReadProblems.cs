// SPDX-License-Identifier: Apache-2.0
using System.Xml;

namespace Dixit.Reading;

/// <summary>The codes of all problems that reading can report. A code never changes its meaning.</summary>
/// <remarks>The messages stand here too, so that they can be read side by side.</remarks>
public static class ReadProblems
{
    /// <summary>A path leads to nothing, or a pattern matches nothing.</summary>
    public const string PathNotFound = "DX1001";

    /// <summary>A file or folder is there, but the system does not let it be read.</summary>
    public const string Unreadable = "DX1002";

    /// <summary>An input has no text, or nothing but white space.</summary>
    public const string Empty = "DX1003";

    /// <summary>An input is not text at all.</summary>
    public const string Binary = "DX1004";

    /// <summary>The bytes are text in no encoding that is known, or are damaged.</summary>
    public const string Undecodable = "DX1005";

    /// <summary>A record is not well-formed JSON.</summary>
    public const string BrokenJson = "DX1006";

    /// <summary>A record has no <c>text</c>, or an empty one.</summary>
    public const string NoText = "DX1007";

    /// <summary>A record or one of its fields is of the wrong JSON type.</summary>
    public const string WrongType = "DX1008";

    /// <summary>A document has the id of one that was read before it in the same run. The first one stands.</summary>
    public const string DuplicateId = "DX1009";

    /// <summary>A document takes more bytes than <see cref="DocumentReaderOptions.MaxDocumentBytes"/>.</summary>
    public const string TooLarge = "DX1010";

    /// <summary>An input is text in a form that has no reader.</summary>
    public const string UnsupportedFormat = "DX1011";

    /// <summary>A folder holds no file that is read without being named itself.</summary>
    public const string NothingToRead = "DX1012";

    /// <summary>A date is not ISO 8601. The document is read without it; the problem stands in its notes.</summary>
    public const string InvalidDate = "DX1013";

    /// <summary>A line that should be a result of extraction does not fit the output contract.</summary>
    public const string BrokenExtraction = "DX1014";

    /// <summary>A page has more elements than a page can have, or nests them beyond all measure. It is read no further.</summary>
    public const string TooComplex = "DX1020";

    /// <summary>A compressed file or an archive is damaged or encrypted.</summary>
    public const string BrokenArchive = "DX1030";

    /// <summary>A compressed file grows beyond all measure when it is unpacked. It is read no further.</summary>
    public const string ExpandsTooMuch = "DX1031";

    /// <summary>An archive is in too many others.</summary>
    public const string NestedTooDeep = "DX1032";

    /// <summary>XML is not well-formed, or uses what is refused: a document type of its own, too deep an order of elements.</summary>
    public const string BrokenXml = "DX1033";

    /// <summary>A record of a web archive is not what its header says.</summary>
    public const string BrokenWarc = "DX1034";

    /// <summary>A message or its parts cannot be told apart or decoded.</summary>
    public const string BrokenMail = "DX1035";

    /// <summary>A table has no header, or no column for the text.</summary>
    public const string NoColumn = "DX1036";

    /// <summary>An office document is damaged.</summary>
    public const string BrokenOffice = "DX1037";

    /// <summary>A defect of Dixit, met while an input was read. The input is left there.</summary>
    public const string ReaderDefect = "DX1038";

    /// <summary>An address is not http or https, or has a user's name in it.</summary>
    public const string NotOnTheWeb = "DX1040";

    /// <summary>An address leads to this machine or to a network around it.</summary>
    public const string AddressRefused = "DX1041";

    /// <summary>The host's robots.txt asks not to fetch this.</summary>
    public const string Disallowed = "DX1042";

    /// <summary>The server answered that it will not, or cannot, give it.</summary>
    public const string NotGiven = "DX1043";

    /// <summary>The server could not be reached, or broke off.</summary>
    public const string FetchFailed = "DX1044";

    /// <summary>The server took too long.</summary>
    public const string TooSlow = "DX1045";

    /// <summary>One redirect led to the next, too often.</summary>
    public const string TooManyRedirects = "DX1046";

    internal static ReadProblem ReportPathNotFound(string path) =>
        path.Contains("://", StringComparison.Ordinal) ? ReportNotOnTheWeb(path, path) : new(PathNotFound, "no such file or folder", path);

    internal static ReadProblem ReportNoMatch(string pattern) =>
        new(PathNotFound, "no file matches this pattern", pattern);

    internal static ReadProblem ReportUnreadable(string path, Exception exception) =>
        new(Unreadable, $"cannot be read: {exception.Message}", path);

    internal static ReadProblem ReportEmpty(string path) =>
        new(Empty, "has no text in it", path);

    internal static ReadProblem ReportBinary(string path, string what) =>
        new(Binary, $"is {what}, not text", path);

    internal static ReadProblem ReportUndecodable(string path, string what, int? line, int? column) =>
        new(Undecodable, what, path, line, column);

    internal static ReadProblem ReportBrokenJson(string path, string what, int line, int column) =>
        new(BrokenJson, $"broken JSON: {what}", path, line, column);

    internal static ReadProblem ReportNoTextField(string path, int line) =>
        new(NoText, "the record has no field \"text\"", path, line);

    internal static ReadProblem ReportNoTextInResult(string path, int line) =>
        new(NoText, "the result has no field \"text\", and its offsets mean nothing without it; write it again with the text, or read the articles themselves with dixit read", path, line);

    internal static ReadProblem ReportEmptyTextField(string path, int line) =>
        new(NoText, "the record's field \"text\" has no text in it", path, line);

    internal static ReadProblem ReportWrongType(string path, string what, string found, string expected, int line, int column) =>
        new(WrongType, $"{what} is {found}, expected {expected}", path, line, column);

    internal static ReadProblem ReportDuplicateId(string path, string id, int? line) =>
        new(DuplicateId, $"the id \"{id}\" was already read in this run; this document is left out", path, line);

    internal static ReadProblem ReportTooLarge(string path, long limit, int? line) =>
        new(TooLarge, $"is larger than the limit of {limit} bytes for one document", path, line);

    internal static ReadProblem ReportTooComplex(string path) =>
        new(TooComplex, "the page has too many elements to be read", path);

    internal static ReadProblem ReportUnsupportedFormat(string path, string format) =>
        new(UnsupportedFormat, $"is {format}, which cannot be read yet", path);

    internal static ReadProblem ReportPdf(string path) =>
        new(UnsupportedFormat, "is a PDF file, and there is no PDF reader in this build; make text of it first, as with: pdftotext FILE - | dixit extract - --text", path);

    internal static ReadProblem ReportBrokenArchive(string path, string what) =>
        new(BrokenArchive, $"cannot be unpacked: {what}", path);

    internal static ReadProblem ReportExpansion(string path, string what) =>
        new(ExpandsTooMuch, $"{what}; it is read no further", path);

    internal static ReadProblem ReportNestedTooDeep(string path, int most) =>
        new(NestedTooDeep, $"is in more than {most} archives, one in the other", path);

    internal static ReadProblem ReportNothingInArchive(string path) =>
        new(NothingToRead, "the archive holds no file of a known ending", path);

    internal static ReadProblem ReportBrokenXml(string path, XmlException exception)
    {
        var message = exception.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var what = (place < 0 ? message : message[..place]).TrimEnd('.');
        return exception.LineNumber > 0
            ? new(BrokenXml, $"broken XML: {what}", path, exception.LineNumber, Math.Max(1, exception.LinePosition))
            : new(BrokenXml, $"broken XML: {what}", path);
    }

    internal static ReadProblem ReportBrokenXml(string path, string what) => new(BrokenXml, what, path);

    internal static ReadProblem ReportBrokenWarc(string path, string what) => new(BrokenWarc, what, path);

    internal static ReadProblem ReportBrokenMail(string path, string what) => new(BrokenMail, what, path);

    internal static ReadProblem ReportNoColumn(string path, string what) => new(NoColumn, what, path, 1);

    internal static ReadProblem ReportBrokenRow(string path, string what, int line) => new(NoText, what, path, line);

    internal static ReadProblem ReportBrokenOffice(string path, string what) => new(BrokenOffice, $"is a damaged office document: {what}", path);

    internal static ReadProblem ReportDefect(string path, Exception exception) =>
        new(ReaderDefect, $"internal error: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. It is read no further. This is a defect of Dixit, please report it", path);

    internal static ReadProblem ReportNoTextIn(string path, string what) => new(NoText, what, path);

    internal static ReadProblem ReportNothingToRead(string folder, IEnumerable<string> endings) =>
        new(NothingToRead, $"the folder holds no {string.Join(", ", endings)} file; any other file is read when it is named itself", folder);

    internal static ReadProblem ReportInvalidDate(string path, string value, int? line) =>
        new(InvalidDate, $"published \"{value}\" is not an ISO 8601 date, left out", path, line);

    internal static ReadProblem ReportNotOnTheWeb(string path, string url) =>
        new(NotOnTheWeb, path == url ? "is no address of the web (http or https, without a user's name)" : $"leads to {url}, which is no address of the web (http or https, without a user's name)", path);

    internal static ReadProblem ReportRefused(string path, string host) =>
        new(AddressRefused, $"{host} is this machine or in a network around it; --allow-private lets it be fetched", path);

    internal static ReadProblem ReportDisallowed(string path, string url) =>
        new(Disallowed, path == url ? "the host's robots.txt asks not to fetch this" : $"leads to {url}, which its host's robots.txt asks not to fetch", path);

    internal static ReadProblem ReportStatus(string path, int status, string? reason) =>
        new(NotGiven, $"the server answered {status}{(string.IsNullOrWhiteSpace(reason) ? "" : " " + reason)}", path);

    internal static ReadProblem ReportFetchFailed(string path, string what) =>
        new(FetchFailed, $"cannot be fetched: {what}", path);

    internal static ReadProblem ReportTooSlow(string path, TimeSpan most) =>
        new(TooSlow, $"took longer than {most.TotalSeconds:0.#} seconds", path);

    internal static ReadProblem ReportRedirects(string path, int most) =>
        new(TooManyRedirects, $"was redirected more than {most} times", path);

    internal static ReadProblem ReportBrokenExtraction(string path, string what, int? line) =>
        new(BrokenExtraction, what, path, line);
}
