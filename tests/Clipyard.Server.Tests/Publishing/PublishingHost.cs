using System.Security.Cryptography;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Accounts;
using Clipyard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>
/// A server and a sandbox on one clock that stands still; the test takes the steps by hand, so that every moment between
/// two of them can be looked at.
/// </summary>
internal sealed class PublishingHost : IAsyncDisposable
{
    private const int MaxRounds = 1_000;
    private int _files;

    private PublishingHost(ServerHost host, FileSite site, ManualClock clock)
    {
        Host = host;
        Site = site;
        Clock = clock;
    }

    public ServerHost Host { get; }

    public FileSite Site { get; }

    public ManualClock Clock { get; }

    public SandboxServer Sandbox => Host.Sandbox;

    public Guid AccountId { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PublishingHost> StartAsync(
        Func<ServerSetup, ServerSetup>? configure = null,
        string creator = DemoWorld.SunnyGarden,
        params (string Name, string? Value)[] settings
    )
    {
        // From the present on: the browser's cookies go by the clock of the machine.
        var clock = new ManualClock(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        var site = await FileSite.StartAsync(Stop);
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { PagePaddingBytes = 2_000, TimeProvider = clock },
            Stop
        );
        var host = await ServerHost.StartAsync(
            Stop,
            setup =>
            {
                setup = setup with
                {
                    TimeProvider = clock,
                    StartScheduler = false,
                    Settings = ServerHost.With(setup, [("Network:TrustedOrigins:0", site.Origin), .. settings]),
                };
                return configure?.Invoke(setup) ?? setup;
            },
            sandbox,
            ownsSandbox: true
        );
        var publishing = new PublishingHost(host, site, clock);
        publishing.AccountId = await host.ConnectAsync(creator);
        return publishing;
    }

    /// <summary>A video nobody else has: the sandbox's clip with other bytes behind it.</summary>
    public TestVideo NewVideo(long? bytes = null)
    {
        using var content = new MemoryStream();
        using (var clip = SandboxClips.OpenPadded(bytes ?? 200_000 + ++_files))
        {
            clip.CopyTo(content);
        }

        var video = content.ToArray();
        video[^1] = (byte)_files;
        var address = Site.Add($"{++_files}.mp4", video);
        return new TestVideo(address, video, Convert.ToHexStringLower(SHA256.HashData(video)));
    }

    /// <summary>Asks for a post; a draft by upload unless said otherwise.</summary>
    public async Task<Guid> AskAsync(
        TestVideo video,
        string mode = "inbox",
        string transfer = "upload",
        string? privacy = null,
        object? schedule = null
    )
    {
        var answer = await Host.PostAsync(
            "/api/posts",
            new
            {
                source = new { url = video.Address },
                mode,
                transfer,
                content = "A caption #test",
                privacy_level = privacy ?? (mode == "direct" ? "SELF_ONLY" : null),
                schedule_time = schedule,
            }
        );
        ((int)answer.Status).ShouldBe(202, answer.Text);
        return answer["post_id"].GetGuid();
    }

    /// <summary>Takes the steps that are due now, until nothing changes any more.</summary>
    public async Task RunAsync()
    {
        var runners = Host.Server.Services.GetRequiredService<LaneRunners>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = await DueAsync();
            if (before.Count == 0)
            {
                return;
            }

            foreach (var lane in before.Select(row => row.Lane).Distinct())
            {
                await runners.StepAsync(lane, Stop);
            }

            if (before.SequenceEqual(await DueAsync()))
            {
                return; // held up: paused, or by another post
            }
        }

        throw new InvalidOperationException("The posts never come to rest.");
    }

    /// <summary>Takes one step of the post's lane.</summary>
    public async Task StepAsync(Guid postId)
    {
        var post = await RowAsync(postId);
        await Host.Server.Services.GetRequiredService<LaneRunners>().StepAsync(post.Lane!, Stop);
    }

    /// <summary>Lets time pass until the post is there; as far as the next thing that is due, each time.</summary>
    public async Task UntilAsync(Guid postId, PostState state)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            await RunAsync();
            var post = await RowAsync(postId);
            if (post.State == state)
            {
                return;
            }

            if (PostStates.IsEnd(post.State) || post.Lane is null)
            {
                throw new InvalidOperationException(
                    $"The post is {post.State}: {post.FailureCode} {post.FailureDetail}"
                );
            }

            var wait = post.DueAt - Clock.GetUtcNow();
            Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1));
        }

        throw new InvalidOperationException($"The post never is {state}.");
    }

    /// <summary>Moves the clock, then takes what became due.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await RunAsync();
    }

    public async Task<Post> RowAsync(Guid postId)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .SingleAsync(post => post.Id == postId, Stop);
    }

    public async Task<List<PostAttempt>> AttemptsAsync(Guid postId)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(attempt => attempt.PostId == postId)
            .OrderBy(attempt => attempt.Number)
            .ToListAsync(Stop);
    }

    /// <summary>Changes rows behind the server's back, as a crash or another process leaves them.</summary>
    public async Task ChangeAsync(Action<ClipyardDb> change)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        change(db);
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>How many posts and drafts TikTok made of a video.</summary>
    public int Made(TestVideo video) =>
        Sandbox.Official.CountPosts(video.Sha256)
        + Sandbox.Official.Tasks.Count(task =>
            task.Stage == PublishStage.InInbox && task.Sha256.Contains(video.Sha256)
        );

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Site.DisposeAsync();
    }

    private async Task<List<(Guid Id, string Lane, int Revision, DateTimeOffset DueAt)>> DueAsync()
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        var rows = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(post => post.Lane != null && post.DueAt <= now)
            .OrderBy(post => post.Id)
            .Select(post => new
            {
                post.Id,
                post.Lane,
                post.Revision,
                post.DueAt,
            })
            .ToListAsync(Stop);
        return [.. rows.Select(row => (row.Id, row.Lane!, row.Revision, row.DueAt))];
    }
}
