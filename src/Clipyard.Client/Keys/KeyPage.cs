namespace Clipyard.Client.Keys;

/// <summary>The owner's keys.</summary>
internal sealed record KeyPage
{
    public IReadOnlyList<ApiKey>? Keys { get; init; }
}
