namespace Clipyard.Benchmarks.Server;

/// <summary>An open page, as the server sees it: a stream of events that is read as it comes.</summary>
internal sealed class EventListener(HttpClient http)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _events;

    /// <summary>Ends when the stream is open.</summary>
    public Task Open => _open.Task;

    /// <summary>How many events came.</summary>
    public long Events => _events;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(
                new Uri("/api/v1/events", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead,
                stop
            );
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            _open.SetResult();
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                _events += line.StartsWith("event:", StringComparison.Ordinal) ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The measurement is over.
        }
        catch (HttpRequestException error)
        {
            _open.TrySetException(error);
            throw;
        }
    }
}
