using Clipyard.Client.Posts;

namespace Clipyard.Client.Http;

/// <summary>A problem document.</summary>
internal sealed record ProblemPayload
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? Code { get; init; }

    public string? Parameter { get; init; }

    public string? Remedy { get; init; }

    public IReadOnlyList<string>? Remedies { get; init; }

    public double? RetryAfter { get; init; }

    public string? RequestId { get; init; }

    public IReadOnlyList<RowError>? Errors { get; init; }

    public int? ErrorCount { get; init; }
}
