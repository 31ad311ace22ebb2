// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dixit.Documents;
using Dixit.Storage;
using Dixit.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dixit.Benchmarks.Archives;

/// <summary>What a large archive costs: the parts of it that are not commands of <c>dixit</c>.</summary>
internal static class ArchiveRun
{
    private const int WarmUp = 40;

    /// <summary>Writes an archive as JSON Lines.</summary>
    public static void WriteArchive(string path, int count)
    {
        using var stream = File.Create(path, 1 << 20);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var document in Archive.Read(count))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("outlet", document.Outlet);
            json.WriteString("published", document.Published!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("language", document.Language);
            json.WriteString("text", document.Text);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes the same documents into one bare table: the least that keeping them costs.</summary>
    public static void WriteBare(string archive, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = normal; create table document (number integer primary key, id text not null unique, outlet text, published text, text blob not null)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into document (id, outlet, published, text) values ($id, $outlet, $published, $text)";
        foreach (var name in (string[])["$id", "$outlet", "$published", "$text"])
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        var transaction = connection.BeginTransaction();
        var count = 0;
        foreach (var line in File.ReadLines(archive))
        {
            using var record = JsonDocument.Parse(line);
            insert.Transaction = transaction;
            foreach (SqliteParameter parameter in insert.Parameters)
                parameter.Value = record.RootElement.GetProperty(parameter.ParameterName[1..]).GetString();
            insert.ExecuteNonQuery();
            if (++count % 256 != 0)
                continue;
            transaction.Commit();
            transaction.Dispose();
            transaction = connection.BeginTransaction();
        }

        transaction.Commit();
        transaction.Dispose();
    }

    /// <summary>Puts questions of every kind to a ledger, warm, and writes how long the answers took.</summary>
    public static void WriteAnswers(TextWriter output, string path, int count)
    {
        var random = new Random(11);
        var pipeline = new PipelineBuilder().Build();
        using var ledger = SqliteLedger.At(path, () => pipeline.Statements);
        var (statements, wordings, names) = Sample(path, random, count);
        var nouns = ArchiveWords.Nouns.Select(noun => noun.Split(' ', '\'')[^1]).ToList();
        var documents = (int)ledger.Describe().Documents;
        var people = Archive.People.Select(person => person.Name).Take(2000).ToList();

        output.WriteLine("| question | answers | median, ms | p99, ms | longest, ms |");
        output.WriteLine("|---|---|---|---|---|");
        Measure("find, one word", i => ledger.Find(new StatementQuery { Words = nouns[random.Next(nouns.Count)] }).Statements.Count);
        Measure("find, two words", i => ledger.Find(new StatementQuery { Words = $"{nouns[random.Next(nouns.Count)]} {nouns[random.Next(nouns.Count)]}" }).Statements.Count);
        Measure("find, three words of a statement", i => ledger.Find(new StatementQuery { Words = string.Join(' ', Words(wordings[i]).OrderByDescending(word => word.Length).Take(3)) }).Statements.Count);
        Measure("find, a phrase", i => ledger.Find(new StatementQuery { Words = $"\"{string.Join(' ', Words(wordings[i]).Take(4))}\"" }).Statements.Count);
        Measure("find, a word of a speaker", i => ledger.Find(new StatementQuery { Words = nouns[random.Next(nouns.Count)], By = people[i % people.Count] }).Statements.Count);
        Measure("find, all of a speaker", i => ledger.Find(new StatementQuery { By = people[i % people.Count] }).Statements.Count);
        Measure("find, a word, newest first", i => ledger.Find(new StatementQuery { Words = nouns[random.Next(nouns.Count)], Order = StatementOrder.Newest }).Statements.Count);
        Measure("find, a word in one month", i => ledger.Find(new StatementQuery { Words = nouns[random.Next(nouns.Count)], From = new DateOnly(2019, 3, 1), To = new DateOnly(2019, 3, 31) }).Statements.Count);
        Measure("find, a word in one outlet", i => ledger.Find(new StatementQuery { Words = nouns[random.Next(nouns.Count)], Outlet = "Le Courrier de Bababerg" }).Statements.Count);
        Measure("find, about a word", i => ledger.Find(new StatementQuery { About = nouns[random.Next(nouns.Count)] }).Statements.Count);
        Measure("show, a statement", i => ledger.FindStatement(statements[i])!.Reports.Count);
        Measure("show, a document", i => ledger.FindDocument($"archive-{random.Next(documents):D7}")!.Analysis.Attributions.Count);
        Measure("show, a speaker", i => ledger.Speakers(people[i % people.Count], 20).Count);
        Measure("check, as said, by name", i => ledger.Check(wordings[i], names[i]).Sentences.Sum(sentence => sentence.Evidence.Count));
        Measure("check, as said", i => ledger.Check(wordings[i]).Sentences.Sum(sentence => sentence.Evidence.Count));
        Measure("check, cut", i => ledger.Check(string.Join(' ', wordings[i].Split(' ')[..(1 + (wordings[i].Split(' ').Length / 2))])).Sentences.Sum(sentence => sentence.Evidence.Count));
        Measure("check, said by somebody else", i => ledger.Check(wordings[i], people[(i + 7) % people.Count]).Sentences.Sum(sentence => sentence.Evidence.Count));
        Measure("check, never said", i => ledger.Check(ArchiveClaim.Make(random, ArchiveWords.Nouns).Whole).Sentences.Sum(sentence => sentence.Evidence.Count));

        void Measure(string question, Func<int, int> ask)
        {
            var times = new List<double>();
            var answers = 0L;
            for (var i = 0; i < count + WarmUp; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var found = ask(i % count);
                var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (i < WarmUp)
                    continue;
                times.Add(taken);
                answers += found;
            }

            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {question} | {(double)answers / count:F1} | {times[count / 2]:F1} | {times[(int)Math.Ceiling(count * 0.99) - 1]:F1} | {times[^1]:F1} |"));
            output.Flush();
        }
    }

    /// <summary>Statements at random, each with words that report it and the name of who said them.</summary>
    private static (List<string> Statements, List<string> Wordings, List<string> Names) Sample(string path, Random random, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var most = connection.CreateCommand();
        most.CommandText = "select max(number) from statement";
        var last = (long)most.ExecuteScalar()!;
        using var command = connection.CreateCommand();
        command.CommandText =
            "select s.id, w.text, p.name from statement s join content c on c.number = s.fullest join wording w on w.number = c.wording join speaker p on p.number = s.speaker where s.number >= $1 and length(w.text) > 40 order by s.number limit 1";
        var parameter = command.Parameters.Add(new SqliteParameter { ParameterName = "$1" });
        var (statements, wordings, names) = (new List<string>(), new List<string>(), new List<string>());
        while (statements.Count < count)
        {
            parameter.Value = random.NextInt64(last);
            using var row = command.ExecuteReader();
            if (!row.Read())
                continue;
            statements.Add(row.GetString(0));
            wordings.Add(System.Text.Encoding.UTF8.GetString((byte[])row.GetValue(1)));
            names.Add(row.GetString(2));
        }

        return (statements, wordings, names);
    }

    private static string[] Words(string text) => text.Split([' ', '\'', '’', ','], StringSplitOptions.RemoveEmptyEntries);

    private static void Execute(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
