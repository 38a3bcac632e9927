namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What is to be verified.</summary>
public sealed record VerifyRequest
{
    /// <summary>Only this student's clips; null: the whole archive.</summary>
    public string? StudentId { get; init; }

    /// <summary>The <c>heads</c> of an earlier report, by chain: finds out whether an end was cut off since.</summary>
    public IReadOnlyDictionary<string, ChainHead>? Heads { get; init; }
}
