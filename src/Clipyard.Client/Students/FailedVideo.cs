namespace Clipyard.Client.Students;

/// <summary>A post that could not be kept.</summary>
public sealed record FailedVideo
{
    /// <summary>The post; null when its id is not known.</summary>
    public string? VideoId { get; init; }

    /// <summary>Its address.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>Why, by name; usually one of <see cref="Failures.FailureCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Message { get; init; }
}
