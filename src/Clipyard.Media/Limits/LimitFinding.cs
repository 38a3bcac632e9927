using Clipyard.Failures;

namespace Clipyard.Media.Limits;

/// <summary>One limit that a video does not keep.</summary>
public sealed record LimitFinding
{
    /// <summary>Which one.</summary>
    public required VideoLimit Limit { get; init; }

    /// <summary>What was found, with its unit, such as <c>120 fps</c>.</summary>
    public required string Measured { get; init; }

    /// <summary>What is allowed, with its unit, such as <c>23-60 fps</c>.</summary>
    public required string Allowed { get; init; }

    /// <summary>Both in one sentence, for people.</summary>
    public required string Sentence { get; init; }

    /// <summary>The failure that a refusal for this reason is.</summary>
    public required Failure Failure { get; init; }

    /// <summary>Whether a repair can make a video of it that keeps the limit.</summary>
    public required bool CanBeRepaired { get; init; }
}
