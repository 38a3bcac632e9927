using System.Diagnostics.Metrics;

namespace Clipyard.Server.Observability;

/// <summary>What is counted of every request.</summary>
internal sealed class ServerMetrics
{
    public const string MeterName = "Clipyard";

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _received;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failures;

    public ServerMetrics(IMeterFactory meters, ServerFigures figures)
    {
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>("clipyard.http.requests", "{request}", "Requests answered.");
        _durations = meter.CreateHistogram<double>(
            "clipyard.http.request.duration",
            "s",
            "Time to the end of an answer."
        );
        _received = meter.CreateCounter<long>("clipyard.http.received", "By", "Bytes of bodies received.");
        _sent = meter.CreateCounter<long>("clipyard.http.sent", "By", "Bytes of bodies sent.");
        _failures = meter.CreateCounter<long>("clipyard.failures", "{failure}", "Requests refused or failed, by code.");
        meter.CreateObservableGauge("clipyard.jobs", figures.Jobs, "{job}", "Jobs, by kind and state.");
        meter.CreateObservableGauge("clipyard.store.size", () => figures.Now.StoredBytes, "By", "Bytes of kept files.");
        meter.CreateObservableGauge("clipyard.store.files", () => figures.Now.StoredFiles, "{file}", "Kept files.");
    }

    /// <summary>Counts a request that has been answered.</summary>
    public void Answered(RequestLine line, TimeSpan elapsed, long received, long sent)
    {
        KeyValuePair<string, object?> method = new("method", line.Method);
        KeyValuePair<string, object?> route = new("route", line.Route);
        _requests.Add(1, method, route, new("status", line.Status));
        _durations.Record(elapsed.TotalSeconds, method, route);
        _received.Add(received);
        _sent.Add(sent);
        if (line.Code is { } code)
        {
            _failures.Add(1, new KeyValuePair<string, object?>("code", code));
        }
    }
}
