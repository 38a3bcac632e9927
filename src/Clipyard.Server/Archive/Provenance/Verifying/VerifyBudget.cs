namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What one step may take, so that others get their turn.</summary>
internal sealed class VerifyBudget(TimeProvider time, TimeSpan duration, long bytes)
{
    private static readonly TimeSpan StepDuration = TimeSpan.FromSeconds(30);
    private const long StepBytes = 64L << 20;

    private readonly long _started = time.GetTimestamp();
    private long _bytesLeft = bytes;

    public static VerifyBudget OfOneStep(TimeProvider time) => new(time, StepDuration, StepBytes);

    /// <summary>For one clip, somebody waiting.</summary>
    public static VerifyBudget Unlimited(TimeProvider time) => new(time, TimeSpan.MaxValue, long.MaxValue);

    public bool IsSpent => _bytesLeft <= 0 || time.GetElapsedTime(_started) >= duration;

    public void Take(long count) => _bytesLeft -= count;
}
