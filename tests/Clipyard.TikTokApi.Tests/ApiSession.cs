using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests;

/// <summary>A sandbox, a client pointed at it, and an account that has allowed everything.</summary>
internal sealed class ApiSession : IAsyncDisposable
{
    private ApiSession(SandboxServer sandbox, TikTokApiClient client)
    {
        Sandbox = sandbox;
        Client = client;
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SandboxServer Sandbox { get; }

    public TikTokApiClient Client { get; }

    public AccessToken Token { get; private set; }

    public static async Task<ApiSession> StartAsync(
        string app = DemoApps.AuditedKey,
        string creator = DemoWorld.SunnyGarden,
        string[]? scopes = null,
        Func<TikTokApiOptions, TikTokApiOptions>? change = null,
        TimeProvider? sandboxTime = null,
        TimeProvider? clientTime = null
    )
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = sandboxTime }, Stop);
        var options = OptionsOf(sandbox, app);
        var client = new TikTokApiClient(change?.Invoke(options) ?? options, timeProvider: clientTime);
        var session = new ApiSession(sandbox, client);
        session.Connect(creator, app, scopes ?? []);
        return session;
    }

    public static TikTokApiOptions OptionsOf(SandboxServer sandbox, string app = DemoApps.AuditedKey) =>
        new()
        {
            ClientKey = app,
            ClientSecret = sandbox.Official.Portal.FindApp(app)!.ClientSecret,
            ApiAddress = sandbox.Address,
            RetryDelay = TimeSpan.Zero,
            PagePause = TimeSpan.Zero,
        };

    public void Connect(string creator, string app = DemoApps.AuditedKey, params string[] scopes) =>
        Token = new AccessToken(Sandbox.Official.Connect(creator, app, scopes).AccessToken);

    public void Fault(SandboxEndpoint endpoint, FaultKind kind, Func<SandboxFault, SandboxFault>? change = null)
    {
        var fault = new SandboxFault { Kind = kind, Endpoint = endpoint };
        Sandbox.Faults.Add(change?.Invoke(fault) ?? fault);
    }

    /// <summary>The requests of one kind so far.</summary>
    public IReadOnlyList<Sandbox.Journals.JournalEntry> Requests(SandboxEndpoint endpoint) =>
        [.. Sandbox.Journal.Entries.Where(entry => entry.Endpoint == endpoint)];

    public Task<UploadTicket> InitDraftAsync(long bytes) =>
        Client.Posting.InitInboxUploadAsync(Token, ChunkPlan.For(bytes), Stop);

    public Task<PublishStatus> StatusAsync(UploadTicket ticket) =>
        Client.Posting.GetStatusAsync(Token, ticket.PublishId, Stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
