namespace Clipyard.Pages.Payloads;

/// <summary>Length and size of an embed page's video.</summary>
internal sealed class EmbedMediaMetaPayload
{
    public long? Width { get; set; }

    public long? Height { get; set; }

    public long? Duration { get; set; }
}
