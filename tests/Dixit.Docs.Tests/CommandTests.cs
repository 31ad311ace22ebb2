// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Dixit.Docs.Tests;

/// <summary>The commands that the documents tell a newcomer to type.</summary>
public sealed class CommandTests
{
    public static TheoryData<string> DixitCommands =>
    [
        .. from path in Repository.Documents()
           from command in new MarkdownPage(Repository.Read(path)).Commands
           let arguments = DixitArguments(command)
           where arguments is { Length: > 0 }
           select string.Join(' ', arguments) into line
           group line by line into same
           select same.Key,
    ];

    public static TheoryData<string> OtherCommands =>
    [
        .. (from path in Repository.Documents()
            from command in new MarkdownPage(Repository.Read(path)).Commands
            where DixitArguments(command) is null
            select command).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(DixitCommands))]
    public async Task DixitCommand_OfADocument_IsOneThatTheToolKnows(string line)
    {
        var arguments = line.Split(' ');
        if (arguments[0].StartsWith('-'))
        {
            Assert.Equal(0, (await RunAsync(arguments)).Status);
            return;
        }

        var help = await RunAsync([arguments[0], "--help"]);
        if (arguments.Length > 1 && arguments[1][0] != '-' && help.Output.Contains("\nCommands:\n", StringComparison.Ordinal) && help.Output.Contains($"\n  {arguments[1]} ", StringComparison.Ordinal))
            help = await RunAsync([arguments[0], arguments[1], "--help"]);

        Assert.Equal(0, help.Status);
        Assert.Empty(arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).Where(option => !help.Output.Contains(option.Split('=')[0], StringComparison.Ordinal)));
        Assert.Empty(arguments.Where(argument => argument.StartsWith("samples", StringComparison.Ordinal)).Where(path => !Matches(path.Split(':')[0])));
    }

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public void OtherCommand_OfADocument_NamesWhatIsThere(string command)
    {
        string[] systemCommands = ["cd", "git", "dotnet", "jq", "cat", "curl", "zcat", "export", "source", "pdftotext"];
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.Contains('=', StringComparison.Ordinal)).ToArray();

        Assert.True(systemCommands.Contains(words[0]) || Repository.Exists(words[0]), $"{words[0]} is neither a file here nor a usual command.");
        Assert.Empty(words.Where(word => word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal)).Where(path => !Repository.Exists(path)));
    }

    [Fact]
    public async Task Extract_OfTheSamples_GivesALineForEachDocument()
    {
        var result = await RunAsync(["extract", "samples", "--format", "jsonl"]);
        var documents = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(0, result.Status);
        Assert.Equal(16, documents.Select(document => document.GetProperty("id").GetString()).Distinct().Count());
        Assert.Contains(documents, document => document.GetProperty("attributions").GetArrayLength() > 5);
    }

    [Fact]
    public async Task SentenceOfThePipelinePage_Extracted_GivesWhatThePageSays()
    {
        var page = Repository.Read("docs/pipeline.md");
        var sentence = page.Split('\n').First(line => line.StartsWith("> «", StringComparison.Ordinal))[2..];
        var promised = JsonDocument.Parse(page.Split("```json")[1].Split("```")[0]).RootElement;

        var result = await RunAsync(["extract", "-", "--text", "--date", "2024-10-09", "--format", "jsonl"], sentence);
        var attribution = JsonDocument.Parse(result.Output).RootElement.GetProperty("attributions").EnumerateArray().Single();

        Assert.Contains(sentence, Repository.Read("README.md"), StringComparison.Ordinal);
        foreach (var property in promised.EnumerateObject())
            Assert.True(JsonElement.DeepEquals(property.Value, attribution.GetProperty(property.Name)), $"{property.Name} is {attribution.GetProperty(property.Name)}");
    }

    // The arguments after "dixit" or after "dotnet run … --", or null for another command.
    private static string[]? DixitArguments(string command)
    {
        var words = command.Split('|')[0].Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words[0] is "dixit" or "out/dixit")
            return words[1..];
        return words is ["dotnet", "run", "--project", "src/Dixit.Cli", ..] ? words[(Array.IndexOf(words, "--") + 1)..] : null;
    }

    private static bool Matches(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        return Repository.Exists(path)
            || (path.Contains('*', StringComparison.Ordinal) && Directory.EnumerateFileSystemEntries(Repository.At(folder), Path.GetFileName(path)).Any());
    }

    private static async Task<(int Status, string Output)> RunAsync(string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dixit.Cli.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
