using System.Text;

namespace Clipyard.Sandbox.Hosting;

/// <summary>An answer before it is sent, so that faults can still change it.</summary>
internal sealed record SandboxResponse
{
    public int Status { get; init; } = 200;

    public string? ContentType { get; init; }

    public SegmentedBody Body { get; init; } = SegmentedBody.Empty;

    /// <summary>The first byte of <see cref="Body"/> that is sent.</summary>
    public long Offset { get; init; }

    /// <summary>How many bytes are sent; null for all from <see cref="Offset"/>.</summary>
    public long? Count { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public long Length => Count ?? Body.Length - Offset;

    public static SandboxResponse Html(SegmentedBody body, int status = 200) =>
        new()
        {
            Status = status,
            ContentType = "text/html; charset=utf-8",
            Body = body,
        };

    public static SandboxResponse Html(string html, int status = 200) => Html(SegmentedBody.Of(html), status);

    public static SandboxResponse Json(byte[] json, int status = 200) =>
        new()
        {
            Status = status,
            ContentType = "application/json; charset=utf-8",
            Body = SegmentedBody.Of(json),
        };

    public static SandboxResponse Text(string text, int status) =>
        new()
        {
            Status = status,
            ContentType = "text/plain; charset=utf-8",
            Body = SegmentedBody.Of(text),
        };

    /// <summary>A redirect with the little body that TikTok's short links have.</summary>
    public static SandboxResponse Redirect(string location, int status = 302) =>
        new()
        {
            Status = status,
            ContentType = "text/html; charset=utf-8",
            Body = SegmentedBody.Of(
                Encoding.UTF8.GetBytes(
                    $"<a href=\"{location.Replace("&", "&amp;", StringComparison.Ordinal)}\">Found</a>.\n\n"
                )
            ),
            Headers = [new("Location", location)],
        };

    public SandboxResponse With(string header, string value) =>
        this with
        {
            Headers = [.. Headers, new(header, value)],
        };
}
