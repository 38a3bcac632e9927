namespace Clipyard.Sandbox.Worlds;

/// <summary>A short link and where it leads.</summary>
public sealed record SandboxShortLink
{
    /// <summary>The letters and digits after the host, or after <c>/t/</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The absolute address it leads to; null when expired: it then leads to the home page.</summary>
    public string? Target { get; init; }

    /// <summary>The status of the redirect.</summary>
    public int Status { get; init; } = 302;
}
