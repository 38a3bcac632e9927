using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Media;

/// <summary>One file that the media hosts serve.</summary>
internal sealed record MediaAsset(string Token, MediaKind Kind, string ContentType, SegmentedBody Body)
{
    /// <summary>The post it belongs to; null for avatars.</summary>
    public string? PostId { get; init; }

    /// <summary>Whether the first mirror host answers 404.</summary>
    public bool FirstMirrorDead { get; init; }

    /// <summary>Whether the address carries no expiry (the music library).</summary>
    public bool Unsigned { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int DurationMs { get; init; }

    /// <summary>MD5 in hex; empty where the bytes are made while they are sent.</summary>
    public string FileHash { get; init; } = "";

    public SandboxEndpoint Endpoint =>
        Kind switch
        {
            MediaKind.Audio => SandboxEndpoint.Audio,
            MediaKind.Image => SandboxEndpoint.Image,
            MediaKind.Subtitle => SandboxEndpoint.Subtitle,
            _ => SandboxEndpoint.Media,
        };
}
