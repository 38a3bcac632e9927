using System.Net.Http.Headers;

namespace Clipyard.Server.Tests.Uploads;

/// <summary>Speaks TUS with a server.</summary>
internal sealed class UploadClient(HttpClient http)
{
    public const string ContentType = "application/offset+octet-stream";

    private static readonly HttpMethod[] WithBody = [HttpMethod.Post, HttpMethod.Patch];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A video's first bytes, and others after them.</summary>
    public static byte[] Video(int bytes, int seed = 1)
    {
        var video = new byte[bytes];
        new Random(seed).NextBytes(video);
        byte[] start = [0, 0, 0, 24, .. "ftypisom"u8];
        start.AsSpan(0, Math.Min(start.Length, bytes)).CopyTo(video);
        return video;
    }

    /// <summary>Begins an upload and returns its path.</summary>
    public async Task<string> BeginAsync(long length)
    {
        var begun = await TryBeginAsync(length.ToString());
        begun.Status.ShouldBe(System.Net.HttpStatusCode.Created, begun.Text);
        return PathOf(begun);
    }

    public Task<JsonAnswer> TryBeginAsync(string? length, params (string Name, string Value)[] headers) =>
        SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            body: null,
            length is null ? headers : [("Upload-Length", length), .. headers]
        );

    public Task<JsonAnswer> AppendAsync(string path, long offset, byte[] bytes) =>
        AppendAsync(path, offset, new ByteArrayContent(bytes));

    public Task<JsonAnswer> AppendAsync(string path, long offset, HttpContent body) =>
        SendAsync(HttpMethod.Patch, path, body, ("Upload-Offset", offset.ToString()));

    public Task<JsonAnswer> HeadAsync(string path) => SendAsync(HttpMethod.Head, path, body: null);

    /// <summary>How much the server says it has.</summary>
    public async Task<long> OffsetAsync(string path) => long.Parse((await HeadAsync(path)).Headers["Upload-Offset"]);

    public Task<JsonAnswer> EndAsync(string path) => SendAsync(HttpMethod.Delete, path, body: null);

    /// <summary>Sends a request; a header given replaces the usual one, an empty one leaves it out.</summary>
    public async Task<JsonAnswer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body;
        if (body is not null && body.Headers.ContentType is null && WithBody.Contains(method))
        {
            body.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        }

        (string Name, string Value)[] usual = [("Tus-Resumable", "1.0.0")];
        foreach (var (name, value) in headers.UnionBy(usual, header => header.Name).Where(h => h.Value.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, Token);
        return await JsonAnswer.ReadAsync(response, Token);
    }

    public static string PathOf(JsonAnswer begun) => new Uri(begun.Headers["Location"]).PathAndQuery;

    public static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);
}
