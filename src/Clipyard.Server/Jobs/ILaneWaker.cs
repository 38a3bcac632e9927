namespace Clipyard.Server.Jobs;

/// <summary>Lets the engine look at a lane.</summary>
internal interface ILaneWaker
{
    /// <summary>
    /// Looks at the lane then, or at the time of an earlier call. Never fails: what is lost here is swept up.
    /// </summary>
    Task WakeAsync(string lane, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>Lets lanes go on that the engine gave up after errors of its own.</summary>
    Task ResetAsync(CancellationToken cancellationToken);
}
