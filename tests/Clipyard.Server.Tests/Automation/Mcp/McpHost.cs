using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>A server that stands still with a connected account, and callers of its tools.</summary>
internal sealed class McpHost : IAsyncDisposable
{
    private readonly PublishingHost _publishing;
    private readonly List<McpCaller> _callers = [];

    private McpHost(PublishingHost publishing) => _publishing = publishing;

    public ServerHost Server => _publishing.Host;

    public Guid AccountId => _publishing.AccountId;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<McpHost> StartAsync() => new(await PublishingHost.StartAsync());

    /// <summary>A caller with a new key of these scopes.</summary>
    public async Task<McpCaller> CallerAsync(params string[] scopes)
    {
        var caller = await McpCaller.WithScopesAsync(Server, scopes);
        _callers.Add(caller);
        return caller;
    }

    /// <summary>The address of a video that nobody else has.</summary>
    public string NewVideo() => _publishing.NewVideo().Address;

    /// <summary>Takes a job's steps until it has ended.</summary>
    public async Task FinishJobAsync(string id)
    {
        var lane = await LaneAsync(Guid.Parse(id));
        var runners = Server.Server.Services.GetRequiredService<LaneRunners>();
        while (await runners.StepAsync(lane, Stop) is not null) { }
    }

    /// <summary>Takes the posts' steps that are due now.</summary>
    public Task RunPostsAsync() => _publishing.RunAsync();

    /// <summary>Lets time pass until a post is there.</summary>
    public Task UntilAsync(string postId, PostState state) => _publishing.UntilAsync(Guid.Parse(postId), state);

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers)
        {
            await caller.DisposeAsync();
        }

        await _publishing.DisposeAsync();
    }

    private async Task<string> LaneAsync(Guid jobId)
    {
        await using var scope = Server.Server.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(job => job.Id == jobId)
            .Select(job => job.Lane)
            .SingleAsync(Stop);
    }
}
