namespace Clipyard.Client;

/// <summary>A failure inside an answer that is none itself.</summary>
public sealed record ServerFailure
{
    /// <summary>Its name; usually one of <see cref="Failures.FailureCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What happened.</summary>
    public string? Message { get; init; }

    /// <summary>What is special about this case; null when the message says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }
}
