using System.Text.Json.Serialization;

namespace Clipyard.Pages.Payloads;

/// <summary>The answer of <c>/oembed</c>.</summary>
internal sealed class OEmbedPayload
{
    public string? Title { get; set; }

    [JsonPropertyName("author_name")]
    public string? AuthorName { get; set; }

    [JsonPropertyName("author_url")]
    public string? AuthorUrl { get; set; }

    [JsonPropertyName("author_unique_id")]
    public string? AuthorUniqueId { get; set; }

    [JsonPropertyName("embed_product_id")]
    public string? EmbedProductId { get; set; }

    [JsonPropertyName("embed_type")]
    public string? EmbedType { get; set; }

    [JsonPropertyName("thumbnail_url")]
    public string? ThumbnailUrl { get; set; }

    public string? Html { get; set; }
}
