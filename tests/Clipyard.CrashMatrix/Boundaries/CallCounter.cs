using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>
/// Counts outgoing calls, of all HTTP clients of the process: .NET tells of each right before it goes out, and when its
/// answer's headers have come.
/// </summary>
internal sealed class CallCounter(BoundaryCounter counter)
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>
{
    private const string Started = "System.Net.Http.HttpRequestOut.Start";
    private const string Stopped = "System.Net.Http.HttpRequestOut.Stop";

    private readonly ConditionalWeakTable<HttpRequestMessage, StrongBox<int>> _numbers = [];

    /// <summary>Counts for as long as the process lives.</summary>
    public void Watch() => DiagnosticListener.AllListeners.Subscribe(this);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key is not (Started or Stopped) || RequestOf(value.Value) is not { } request)
        {
            return;
        }

        if (value.Key == Started)
        {
            var what = $"{request.Method} {request.RequestUri?.AbsolutePath}";
            _numbers.AddOrUpdate(request, new StrongBox<int>(counter.Begin(BoundaryKind.Call, what)));
        }
        else if (_numbers.TryGetValue(request, out var number))
        {
            counter.End(BoundaryKind.Call, number.Value);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    // The event's type is not public.
    private static HttpRequestMessage? RequestOf(object? payload) =>
        payload?.GetType().GetProperty("Request")?.GetValue(payload) as HttpRequestMessage;
}
