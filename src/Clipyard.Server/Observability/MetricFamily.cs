using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Clipyard.Server.Observability;

/// <summary>One instrument and its series, as Prometheus wants to read them.</summary>
internal sealed class MetricFamily
{
    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly string _help;
    private readonly string _kind;

    public MetricFamily(Instrument instrument)
    {
        _kind = KindOf(instrument);
        _help = instrument.Description ?? instrument.Name;
        Name = NameOf(instrument, _kind);
    }

    /// <summary>Prometheus' name: with the unit, and <c>_total</c> for counters.</summary>
    public string Name { get; }

    /// <summary>Takes one measurement.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(Labels(tags), static _ => new MetricSeries());
        if (_kind == "gauge")
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    /// <summary>Forgets what was observed: gauges tell all of it anew each time.</summary>
    public void Forget()
    {
        if (_kind == "gauge")
        {
            _series.Clear();
        }
    }

    public void WriteTo(StringBuilder page)
    {
        if (_series.IsEmpty)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {_help}\n# TYPE {Name} {_kind}\n");
        foreach (var (labels, series) in _series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (_kind == "histogram")
            {
                series.WriteHistogram(page, Name, labels);
            }
            else
            {
                MetricSeries.WriteLine(page, Name, labels, series.Sum);
            }
        }
    }

    private static string KindOf(Instrument instrument) =>
        instrument.GetType().GetGenericTypeDefinition() is var type && type == typeof(Counter<>) ? "counter"
        : type == typeof(Histogram<>) ? "histogram"
        : type == typeof(ObservableCounter<>)
            ? throw new NotSupportedException("Counters here are counted, not observed.")
        : "gauge";

    private static string NameOf(Instrument instrument, string kind)
    {
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return name + unit + (kind == "counter" ? "_total" : "");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels
                .Append(labels.Length == 0 ? "" : ",")
                .Append(name)
                .Append("=\"")
                .Append(text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n"))
                .Append('"');
        }

        return labels.ToString();
    }
}
