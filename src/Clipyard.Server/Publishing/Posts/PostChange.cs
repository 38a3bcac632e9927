namespace Clipyard.Server.Publishing.Posts;

/// <summary>What goes with a change of state.</summary>
/// <param name="Message">In a sentence, for the log; null when the state says it all.</param>
/// <param name="DueAt">When its new lane looks at it; null: now.</param>
/// <param name="Data">What else the log keeps, snake case as JSON; never a secret.</param>
internal sealed record PostChange(string? Message = null, DateTimeOffset? DueAt = null, object? Data = null)
{
    public static readonly PostChange None = new();
}
