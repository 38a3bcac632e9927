using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A sandbox process and what is asked of it and told to it over its control interface.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    public const string ClientKey = Sandbox.Official.Apps.DemoApps.AuditedKey;
    public const string ClientSecret = Sandbox.Official.Apps.DemoApps.AuditedSecret;

    private readonly ChildProcess _process;

    private SandboxProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address, "/_sandbox/"),
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<SandboxProcess> StartAsync(CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(Serving.SandboxRole.Name);
        var ready = await process.ReadAsync(cancellationToken);
        return new SandboxProcess(process, new Uri(ready.Split(' ')[1]));
    }

    public async Task AddCreatorAsync(string name, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, "creators", new { username = name, nickname = name }, cancellationToken);

    /// <summary>Answers a consent request as a creator.</summary>
    /// <returns>Where the browser goes.</returns>
    public async Task<Uri> ConsentAsync(string authorizeAddress, string creator, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            HttpMethod.Post,
            "consent",
            new { authorize_url = authorizeAddress, creator },
            cancellationToken
        );
        return new Uri(answer.GetProperty("location").GetString()!);
    }

    /// <summary>How many posts and drafts were made of a file, whichever way.</summary>
    public async Task<int> CountMadeAsync(string creator, string sha256, CancellationToken cancellationToken)
    {
        var published = await GetAsync($"published?sha256={sha256}", cancellationToken);
        var drafts = await GetAsync($"creators/{creator}/drafts", cancellationToken);
        return published.GetArrayLength()
            + drafts
                .EnumerateArray()
                .Count(draft =>
                    draft.GetProperty("sha256").EnumerateArray().Any(hash => hash.GetString() == sha256)
                    && draft.GetProperty("stage").GetString() != "complete"
                );
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        await Client.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    public async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        object body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await Client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The sandbox answered {method} {path} with {text}");
        }

        return response.StatusCode == HttpStatusCode.NoContent || text.Length == 0
            ? default
            : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.EndAsync(); // it deletes what it received
    }
}
