namespace Clipyard.Sandbox.Official.Reports;

/// <summary>One thing a client did that it should not do.</summary>
/// <param name="Request">The number of the request in the journal.</param>
/// <param name="Endpoint">Where.</param>
/// <param name="Kind">Whether it was refused.</param>
/// <param name="Code">TikTok's code of the refusal; null for luck.</param>
/// <param name="Rule">The rule it breaks.</param>
public sealed record Finding(long Request, SandboxEndpoint Endpoint, FindingKind Kind, string? Code, string Rule);
