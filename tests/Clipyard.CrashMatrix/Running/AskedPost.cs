namespace Clipyard.CrashMatrix.Running;

/// <summary>A post that was, or is to be, asked for: with an account and files that no other has.</summary>
/// <param name="Mode">The way it goes out.</param>
/// <param name="Name">Its own name: of its creator, its files, and its idempotency key.</param>
/// <param name="AccountId">The connected account.</param>
internal sealed record AskedPost(Mode Mode, string Name, Guid AccountId)
{
    /// <summary>When it is to go out; null: as soon as possible.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>The server's id; null until it has answered.</summary>
    public Guid? Id { get; set; }
}
