// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Dixit.Web;

/// <summary>Listens to the meters of the desk and of the framework, and writes them as text that collectors take (the exposition format of Prometheus).</summary>
internal sealed class MeterText : IDisposable
{
    private const int MostSeries = 5000;
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();
    private readonly MeterListener _listener;

    /// <summary>The meters that are heard.</summary>
    public static string[] Heard { get; } = [DeskMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public MeterText()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (Heard.Contains(instrument.Meter.Name))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All that was measured.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in _series.GroupBy(series => series.Key.Instrument).OrderBy(group => NameOf(group.Key), StringComparer.Ordinal))
        {
            var name = NameOf(instrument.Key);
            var kind = KindOf(instrument.Key);
            if (instrument.Key.Description is { Length: > 0 } description)
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {description.ReplaceLineEndings(" ")}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
            foreach (var ((_, labels), series) in instrument.OrderBy(series => series.Key.Labels, StringComparer.Ordinal))
            {
                var braces = labels.Length == 0 ? "" : $"{{{labels}}}";
                if (kind == "summary")
                    text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {series.Value:R}\n{name}_count{braces} {series.Count}\n");
                else
                    text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {series.Value:R}\n");
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, LabelsOf(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(key, _ => new Series());
        }

        series.Add(value, isTotal: instrument.IsObservable || KindOf(instrument) == "gauge" && instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal));
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new List<string>();
        foreach (var (name, value) in tags)
            labels.Add($"{Plain(name)}=\"{Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\").Replace("\"", "\\\"").ReplaceLineEndings(" ")}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Plain(instrument.Name);
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return name + unit + (KindOf(instrument) == "counter" ? "_total" : "");
    }

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "summary"
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    private static string Plain(string name) => new([.. name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')]);

    private sealed class Series
    {
        private readonly Lock _lock = new();

        public double Value { get; private set; }

        public long Count { get; private set; }

        public void Add(double value, bool isTotal)
        {
            lock (_lock)
            {
                Value = isTotal ? value : Value + value;
                Count++;
            }
        }
    }
}
