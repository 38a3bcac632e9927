namespace Clipyard.Sandbox.Worlds;

/// <summary>One image of a photo post.</summary>
public sealed record SandboxImage
{
    /// <summary>The file in the clip library.</summary>
    public required string Clip { get; init; }

    /// <summary>A WebP file that is offered before the JPEG; null offers JPEG only.</summary>
    public string? WebpClip { get; init; }
}
