namespace Clipyard.Http;

/// <summary>Counts what really goes out and how long the headers take to come back.</summary>
internal sealed class MeasuringHandler(StatisticsRecorder statistics, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            statistics.RecordRequest(time.GetElapsedTime(started));
        }
    }
}
