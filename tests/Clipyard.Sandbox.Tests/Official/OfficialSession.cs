using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

/// <summary>A sandbox on a manual clock, and the calls that an app makes to it, written out byte for byte.</summary>
internal sealed class OfficialSession : IAsyncDisposable
{
    public const string Redirect = "http://127.0.0.1:5080/callback/";
    public const string WebRedirect = DemoApps.WebRedirect;
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3";
    public const string Api = "http://open.tiktokapis.com/v2/";

    private readonly SandboxSession _session;

    private OfficialSession(SandboxSession session, ManualClock clock)
    {
        _session = session;
        Clock = clock;
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public SandboxServer Sandbox => _session.Sandbox;

    public HttpClient Client => _session.Client;

    public ManualClock Clock { get; }

    /// <summary>What calls carry unless they are given another.</summary>
    public string AccessToken { get; set; } = "";

    public static async Task<OfficialSession> StartAsync(SandboxOptions? options = null)
    {
        var clock = new ManualClock();
        var session = await SandboxSession.StartAsync(Token, (options ?? new()) with { TimeProvider = clock });
        return new OfficialSession(session, clock);
    }

    /// <summary>A session of an account that has allowed everything.</summary>
    public static async Task<OfficialSession> ConnectedAsync(
        string creator = DemoWorld.SunnyGarden,
        string app = DemoApps.AuditedKey,
        params string[] scopes
    )
    {
        var session = await StartAsync();
        session.Connect(creator, app, scopes);
        return session;
    }

    public IssuedTokens Connect(string creator, string app = DemoApps.AuditedKey, params string[] scopes)
    {
        var tokens = Sandbox.Official.Connect(creator, app, scopes);
        AccessToken = tokens.AccessToken;
        return tokens;
    }

    public static string AuthorizeAddress(
        string scope = "user.info.basic,video.upload",
        string key = DemoApps.AuditedKey,
        string redirect = Redirect,
        string more = $"&code_challenge={Challenge}&code_challenge_method=S256"
    ) =>
        $"http://www.tiktok.com/v2/auth/authorize/?client_key={key}&response_type=code&scope={Uri.EscapeDataString(scope)}"
        + $"&redirect_uri={Uri.EscapeDataString(redirect)}&state=S{more}";

    public Task<Answer> FormAsync(string path, params (string Name, string Value)[] members) =>
        SendAsync(
            HttpMethod.Post,
            Api + path,
            new FormUrlEncodedContent(members.Select(member => KeyValuePair.Create(member.Name, member.Value))),
            token: null
        );

    public Task<Answer> JsonAsync(string path, string body, string? token = null) =>
        SendAsync(
            HttpMethod.Post,
            Api + path,
            new StringContent(body, Encoding.UTF8, "application/json"),
            token ?? AccessToken
        );

    public Task<Answer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, Api + path, content: null, token ?? AccessToken);

    public Task<Answer> ChunkAsync(
        string uploadAddress,
        ReadOnlyMemory<byte> bytes,
        string contentRange,
        string type = "video/mp4"
    )
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.TryAddWithoutValidation("Content-Range", contentRange);
        return SendAsync(
            HttpMethod.Put,
            uploadAddress.Replace("https://", "http://", StringComparison.Ordinal),
            content,
            token: null
        );
    }

    public async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? content, string? token)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await Client.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        response.Content.Headers.TryGetValues("Content-Range", out var range);
        return new Answer(
            response.StatusCode,
            text,
            response.Headers.Location?.OriginalString,
            range?.FirstOrDefault(),
            response.Headers
        );
    }

    /// <summary>Begins an upload of these bytes in one chunk.</summary>
    public Task<Answer> InitAsync(string path, long size, string postInfo = "", long? chunk = null, long? count = null)
    {
        var wish = postInfo.Length > 0 ? $"\"post_info\":{postInfo}," : "";
        return JsonAsync(
            path,
            $$$"""{{{{wish}}}"source_info":{"source":"FILE_UPLOAD","video_size":{{{size}}},"chunk_size":{{{chunk ?? size}}},"total_chunk_count":{{{count ?? 1}}}}}"""
        );
    }

    public const string DirectInit = "post/publish/video/init/";
    public const string DraftInit = "post/publish/inbox/video/init/";
    public const string PhotoInit = "post/publish/content/init/";

    /// <summary>Uploads a whole file and gives the task's id.</summary>
    public async Task<string> UploadAsync(string path, byte[] bytes, string postInfo = "")
    {
        var init = await InitAsync(path, bytes.Length, postInfo);
        init.ErrorCode.ShouldBe("ok", init.Text);
        var put = await ChunkAsync(init.Data("upload_url"), bytes, $"bytes 0-{bytes.Length - 1}/{bytes.Length}");
        put.Status.ShouldBe(HttpStatusCode.Created);
        return init.Data("publish_id");
    }

    public async Task<JsonObject> StatusAsync(string publishId, string? token = null)
    {
        var answer = await JsonAsync("post/publish/status/fetch/", $$"""{"publish_id":"{{publishId}}"}""", token);
        answer.ErrorCode.ShouldBe("ok", answer.Text);
        return answer.Json["data"]!.AsObject();
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    internal sealed record Answer(
        HttpStatusCode Status,
        string Text,
        string? Location,
        string? ContentRange,
        HttpResponseHeaders Headers
    )
    {
        public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

        /// <summary>The envelope's code.</summary>
        public string ErrorCode =>
            Json["error"] is JsonObject error ? error["code"]!.GetValue<string>() : throw new JsonException(Text);

        public string Message => Json["error"]!["message"]!.GetValue<string>();

        /// <summary>A member of a flat answer.</summary>
        public string Flat(string name) => Json[name]!.GetValue<string>();

        /// <summary>A member of the envelope's data.</summary>
        public string Data(string name) => Json["data"]![name]!.GetValue<string>();

        /// <summary>A member of the query of where the browser is sent.</summary>
        public string? Callback(string name) =>
            System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://www.tiktok.com/"), Location!).Query)[name];
    }
}
