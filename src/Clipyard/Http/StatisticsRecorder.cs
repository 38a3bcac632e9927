using Clipyard.Failures;

namespace Clipyard.Http;

/// <summary>Gathers what <see cref="ClipyardStatistics"/> shows.</summary>
internal sealed class StatisticsRecorder(TimeProvider time)
{
    private readonly LatencyWindow _requests = new(time);
    private readonly LatencyWindow _operations = new(time);
    private readonly long _allocatedAtStart = GC.GetTotalAllocatedBytes();
    private long _failures;
    private long _bytes;
    private long _retries;
    private long _challenges;
    private long _cacheHits;
    private long _cacheMisses;

    public void RecordRequest(TimeSpan elapsed) => _requests.Record(elapsed);

    public void RecordBytes(long count) => Interlocked.Add(ref _bytes, count);

    public void RecordRetry() => Interlocked.Increment(ref _retries);

    public void RecordChallenge() => Interlocked.Increment(ref _challenges);

    public void RecordCacheLookup(bool isHit) => Interlocked.Increment(ref isHit ? ref _cacheHits : ref _cacheMisses);

    /// <summary>Runs one operation and records how it ended; its name goes with its failure.</summary>
    public async Task<T> MeasureAsync<T>(string name, Func<Task<T>> operation)
    {
        var started = time.GetTimestamp();
        try
        {
            return await operation();
        }
        catch (ClipyardException error)
        {
            Interlocked.Increment(ref _failures);
            error.HappenedDuring(name);
            throw;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Interlocked.Increment(ref _failures);
            throw;
        }
        finally
        {
            _operations.Record(time.GetElapsedTime(started));
        }
    }

    public ClipyardStatistics Snapshot()
    {
        var hits = Interlocked.Read(ref _cacheHits);
        var lookups = hits + Interlocked.Read(ref _cacheMisses);
        var requests = _requests.Snapshot();
        var operations = _operations.Snapshot();

        return new ClipyardStatistics
        {
            Operations = operations.Count,
            Failures = Interlocked.Read(ref _failures),
            Requests = requests.Count,
            RequestsPerSecond = requests.PerSecond,
            RequestP50 = requests.P50,
            RequestP95 = requests.P95,
            OperationsPerSecond = operations.PerSecond,
            OperationP50 = operations.P50,
            OperationP95 = operations.P95,
            CacheHitRate = lookups == 0 ? null : (double)hits / lookups,
            BytesReceived = Interlocked.Read(ref _bytes),
            Retries = Interlocked.Read(ref _retries),
            Challenges = Interlocked.Read(ref _challenges),
            ManagedBytesPerOperation =
                operations.Count == 0 ? null : (GC.GetTotalAllocatedBytes() - _allocatedAtStart) / operations.Count,
            WorkingSetBytes = Environment.WorkingSet,
        };
    }
}
