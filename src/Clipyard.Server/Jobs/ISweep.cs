namespace Clipyard.Server.Jobs;

/// <summary>Something that is put right or cleared away now and then. Features register theirs, scoped.</summary>
internal interface ISweep
{
    /// <summary>How often. The first time is when the server starts.</summary>
    TimeSpan Every { get; }

    /// <summary>Does it, without an owner: the queries say so. Safe to be cut short and done again.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}
