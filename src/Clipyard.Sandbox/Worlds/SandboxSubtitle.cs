namespace Clipyard.Sandbox.Worlds;

/// <summary>One subtitle track.</summary>
public sealed record SandboxSubtitle
{
    /// <summary>TikTok's language name, e.g. <c>eng-US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The file's text.</summary>
    public required string Text { get; init; }

    /// <summary><c>webvtt</c>, <c>srt</c> or <c>creator_caption</c> (JSON).</summary>
    public string Format { get; init; } = "webvtt";

    /// <summary><c>ASR</c> (speech recognition), <c>MT</c> (machine translation) or <c>LC</c> (the creator).</summary>
    public string Source { get; init; } = "ASR";
}
