namespace Clipyard.Sandbox.Worlds;

/// <summary>The sound of a post.</summary>
public sealed record SandboxSound
{
    /// <summary>TikTok's id of the sound: decimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "original sound";

    /// <summary>Who made it.</summary>
    public string Author { get; init; } = "";

    /// <summary>The file in the clip library (<c>.mp3</c> or <c>.m4a</c>); null leaves <c>playUrl</c> empty: muted.</summary>
    public string? Clip { get; init; }

    /// <summary>Whether the address is an unsigned one of the music library instead of an expiring one.</summary>
    public bool FromLibrary { get; init; }
}
