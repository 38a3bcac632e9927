namespace Clipyard.Client.Archive;

/// <summary>What is to be verified.</summary>
public sealed record VerifyRequest
{
    /// <summary>Only this student's posts; null: the whole archive.</summary>
    public string? StudentId { get; init; }

    /// <summary><see cref="VerifyReport.Heads"/> of an earlier report: finds out whether an end was cut off since.</summary>
    public IReadOnlyDictionary<string, ChainHead>? Heads { get; init; }
}
