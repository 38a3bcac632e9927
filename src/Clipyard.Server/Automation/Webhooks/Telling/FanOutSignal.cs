using Clipyard.Server.Events;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>
/// Wakes the lane that hands events out, once for all that is committed until it runs. A lost word is made up for by the
/// sweep.
/// </summary>
internal sealed class FanOutSignal(ILaneWaker waker, TimeProvider time) : ICommitObserver
{
    private int _isWoken;

    public void Committed(LoggedEvent logged)
    {
        if (logged.UntoldSince is not null && Interlocked.Exchange(ref _isWoken, 1) == 0)
        {
            // Not awaited: whoever has just committed need not wait for it. The waker fails for nobody.
            _ = Task.Run(() => waker.WakeAsync(FanOutLane.Name, time.GetUtcNow(), CancellationToken.None));
        }
    }

    /// <summary>The lane begins to look: whatever comes now wakes it once more.</summary>
    public void Begin() => Volatile.Write(ref _isWoken, 0);
}
