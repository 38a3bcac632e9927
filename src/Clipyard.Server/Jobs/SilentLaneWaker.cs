namespace Clipyard.Server.Jobs;

/// <summary>Wakes nobody: for a server whose background work is stepped through by hand.</summary>
internal sealed class SilentLaneWaker : ILaneWaker
{
    public Task WakeAsync(string lane, DateTimeOffset due, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
