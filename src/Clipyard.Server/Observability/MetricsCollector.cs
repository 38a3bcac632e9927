using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Clipyard.Server.Observability;

/// <summary>Listens to this server's own instruments and writes them as Prometheus text.</summary>
internal sealed class MetricsCollector : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();
    private readonly MeterListener _listener = new();

    public MetricsCollector(IMeterFactory meters)
    {
        // The factory tells this server's meters from those of another one in the same process.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (
                ReferenceEquals(instrument.Meter.Scope, meters)
                && instrument.Meter.Name.StartsWith(ServerMetrics.MeterName, StringComparison.Ordinal)
            )
            {
                listener.EnableMeasurementEvents(
                    instrument,
                    _families.GetOrAdd(instrument, static published => new MetricFamily(published))
                );
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => Record(family, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => Record(family, value, tags));
        _listener.Start();
    }

    /// <summary>The page, as it is now.</summary>
    public string Write()
    {
        foreach (var family in _families.Values)
        {
            family.Forget();
        }

        _listener.RecordObservableInstruments();
        var page = new StringBuilder();
        foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            family.WriteTo(page);
        }

        return page.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        (family as MetricFamily)?.Record(value, tags);
}
