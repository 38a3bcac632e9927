using System.Net;
using System.Net.Http.Headers;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Http;

/// <summary>One call of the API, as often as it is tried.</summary>
internal sealed record ApiRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>Path below <c>https://open.tiktokapis.com</c>, with the slash that TikTok's paths end in, and query.</summary>
    public required string Path { get; init; }

    public AccessToken? Token { get; init; }

    public ReadOnlyMemory<byte>? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Whether doing it twice does no more than doing it once.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether it is answered flatly, without an envelope.</summary>
    public bool IsOAuth => Path.StartsWith("/v2/oauth/", StringComparison.Ordinal);

    /// <summary>What it carries and nobody may read in a message.</summary>
    public IReadOnlyList<string?> Secrets { get; init; } = [];

    public HttpRequestMessage ToMessage(Uri uri)
    {
        var message = new HttpRequestMessage(Method, uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (Token is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", "Clipyard.TikTokApi");
        return message;
    }
}
