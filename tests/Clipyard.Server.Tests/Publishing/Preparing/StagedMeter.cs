using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>Reads one server's gauges of staged files.</summary>
internal sealed class StagedMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);

    public StagedMeter(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name.StartsWith("clipyard.posts.staged_") && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _values[instrument.Name] = value);
        _listener.Start();
    }

    public (long Files, long Bytes) Read()
    {
        _listener.RecordObservableInstruments();
        return (_values["clipyard.posts.staged_files"], _values["clipyard.posts.staged_bytes"]);
    }

    public void Dispose() => _listener.Dispose();
}
