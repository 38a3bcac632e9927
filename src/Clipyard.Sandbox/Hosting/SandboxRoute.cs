namespace Clipyard.Sandbox.Hosting;

/// <summary>What a request asks for, read from its host and path.</summary>
internal sealed record SandboxRoute(SandboxEndpoint Endpoint, RouteTarget Target)
{
    public string? PostId { get; init; }

    public string? Username { get; init; }

    /// <summary>The short code, or the token of a media file.</summary>
    public string? Key { get; init; }

    public bool ForceMobile { get; init; }
}
