namespace Clipyard.Server.Jobs;

/// <summary>Does what is due in the lanes of one kind. The engine calls it for one lane at a time.</summary>
internal interface ILaneRunner
{
    /// <summary>Runs at most one step: at most about 30 s or 64 MB of work.</summary>
    /// <param name="lane">The lane's whole name.</param>
    /// <param name="cancellationToken">Fires when the server stops.</param>
    /// <returns>When to look at the lane again; null when there is no need.</returns>
    Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken);
}
