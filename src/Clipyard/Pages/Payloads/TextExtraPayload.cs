namespace Clipyard.Pages.Payloads;

/// <summary>A part of the caption that links a hashtag or an account.</summary>
internal sealed class TextExtraPayload
{
    public long? Start { get; set; }

    public long? End { get; set; }

    public string? HashtagName { get; set; }

    public string? UserUniqueId { get; set; }
}
