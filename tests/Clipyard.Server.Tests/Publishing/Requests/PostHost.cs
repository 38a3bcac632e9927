using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Accounts;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Waiting;
using Clipyard.Server.Tests.Identity;
using Clipyard.Server.Uploads;
using Clipyard.Testing.Media;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using KeptClip = Clipyard.Server.Archive.Clip;

namespace Clipyard.Server.Tests.Publishing.Requests;

/// <summary>A server that stands still, with a connected account: what prepares and sends posts is done by hand.</summary>
internal sealed class PostHost : IAsyncDisposable
{
    public const string Username = "sunny_garden";

    private static readonly string[] AllScopes =
    [
        TikTokScopes.UserInfoBasic,
        TikTokScopes.VideoUpload,
        TikTokScopes.VideoPublish,
    ];

    private PostHost(ServerHost host, ManualClock clock)
    {
        Server = host;
        Clock = clock;
    }

    public ServerHost Server { get; }

    public ManualClock Clock { get; }

    public Guid AccountId { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PostHost> StartAsync(
        bool withAccount = true,
        Func<ServerSetup, ServerSetup>? configure = null
    )
    {
        var clock = new ManualClock();
        var server = await ServerHost.StartAsync(
            Stop,
            setup =>
            {
                setup = setup with { StartScheduler = false, TimeProvider = clock };
                return configure?.Invoke(setup) ?? setup;
            }
        );
        var host = new PostHost(server, clock);
        host.AccountId = withAccount ? await host.AddAccountAsync(Username) : Guid.Empty;
        return host;
    }

    /// <summary>Connects an account.</summary>
    public async Task<Guid> AddAccountAsync(string username, params string[] scopes)
    {
        var id = Guid.NewGuid();
        await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ClipyardDb>();
            db.Add(
                new TikTokAccount
                {
                    Id = id,
                    OwnerId = db.Scope.Owner.Id,
                    OpenId = $"open-{username}",
                    Username = username,
                    DisplayName = $"The {username}",
                    Scopes = new ScopeSet(scopes.Length > 0 ? scopes : AllScopes).ToString(),
                    State = AccountState.Connected,
                    ConnectedAt = Clock.GetUtcNow(),
                    CheckedAt = Clock.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync(Stop);
        });
        return id;
    }

    /// <summary>Keeps a clip in the archive.</summary>
    public Task AddClipAsync(string videoId, ClipKind kind = ClipKind.Video, string? cover = null) =>
        InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ClipyardDb>();
            db.Clips.Add(
                new KeptClip
                {
                    OwnerId = db.Scope.Owner.Id,
                    Username = Username,
                    VideoId = videoId,
                    VideoUrl = $"https://www.tiktok.com/@{Username}/video/{videoId}",
                    Kind = kind,
                    Sha256 = new string('a', 64),
                    Chain = "own",
                    Files = cover is null
                        ? []
                        :
                        [
                            new ClipFile
                            {
                                OwnerId = db.Scope.Owner.Id,
                                Object = cover,
                                Position = 1,
                                ContentType = "image/jpeg",
                                Sha256 = new string('b', 64),
                            },
                        ],
                }
            );
            await db.SaveChangesAsync(Stop);
        });

    /// <summary>Sends a file here, to be posted.</summary>
    public async Task<Guid> UploadAsync()
    {
        await using var scope = await EnterAsync();
        using var body = new MemoryStream(new Mp4Maker().Build());
        var uploads = scope.ServiceProvider.GetRequiredService<IUploads>();
        return (await uploads.ReceiveAsync(body, "clip.mp4", Stop)).Id;
    }

    /// <summary>What has been sent here and not been forgotten yet.</summary>
    public async Task<List<Upload>> UploadsAsync()
    {
        await using var scope = await EnterAsync();
        return await Db(scope).Set<Upload>().AsNoTracking().ToListAsync(Stop);
    }

    /// <summary>Forgets an upload that a post has taken.</summary>
    public Task ForgetUploadAsync(Guid uploadId) =>
        InScopeAsync(services => services.GetRequiredService<IUploads>().RemoveAsync(uploadId, Stop));

    /// <summary>Asks for a post; the answer is 202.</summary>
    public async Task<JsonAnswer> AskAsync(object body)
    {
        var answer = await Server.PostAsync("/api/posts", body);
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        return answer;
    }

    /// <summary>Asks for a draft of an upload.</summary>
    public async Task<Guid> AskForDraftAsync(bool approval = false, string? scheduleTime = null)
    {
        var source = new { upload_id = await UploadAsync() };
        var asked = await AskAsync(
            new
            {
                source,
                content = "Hello #tag",
                approval,
                schedule_time = scheduleTime,
            }
        );
        return asked["post_id"].GetGuid();
    }

    /// <summary>Asks for a draft and makes its file ready.</summary>
    public async Task<Guid> PreparedAsync(bool approval = false, string? scheduleTime = null)
    {
        var id = await AskForDraftAsync(approval, scheduleTime);
        await PrepareAsync(id);
        return id;
    }

    /// <summary>Asks for a draft to an account and makes its file ready.</summary>
    public async Task<Guid> PreparedWithAsync(Guid accountId, string? scheduleTime = null)
    {
        var asked = await AskAsync(
            new
            {
                source = new { upload_id = await UploadAsync() },
                account_id = accountId,
                schedule_time = scheduleTime,
            }
        );
        await PrepareAsync(asked["post_id"].GetGuid());
        return asked["post_id"].GetGuid();
    }

    /// <summary>Makes a post's file ready, as preparing does.</summary>
    public Task PrepareAsync(Guid postId) =>
        ChangeAsync(
            postId,
            (post, db, log) =>
            {
                var file = new PostFile
                {
                    PostId = post.Id,
                    OwnerId = post.OwnerId,
                    Object = $"staged/{post.Id}/0.mp4",
                    Bytes = 1234,
                    Sha256 = new string('b', 64),
                    ContentType = "video/mp4",
                    Width = 720,
                };
                db.PostFiles.Add(file);
                post.Version = PostVersion.Of(post, [file]);
                var now = Clock.GetUtcNow();
                log.Move(post, NextState.Of(post, now), new PostChange(DueAt: NextState.DueAt(post, now)));
            }
        );

    /// <summary>Takes a post through these states.</summary>
    public Task MoveAsync(Guid postId, params PostState[] states) =>
        ChangeAsync(
            postId,
            (post, _, log) =>
            {
                foreach (var state in states)
                {
                    log.Move(post, state, PostChange.None);
                }
            }
        );

    /// <summary>Ends a post as failed.</summary>
    public Task FailAsync(Guid postId, string code = "network_error") =>
        ChangeAsync(
            postId,
            (post, _, log) => log.Fail(post, new PostFailure(code, "It went wrong.", "tt_code", "log-1"))
        );

    /// <summary>Begins an attempt that stands so.</summary>
    public async Task<long> AttemptAsync(Guid postId, AttemptState state, string? end = null)
    {
        PostAttempt? made = null;
        await ChangeAsync(
            postId,
            (post, db, _) =>
            {
                made = new PostAttempt
                {
                    PostId = post.Id,
                    OwnerId = post.OwnerId,
                    AccountId = post.AccountId,
                    OpenId = "open",
                    Number = ++post.Attempts,
                    State = state,
                    End = end,
                    PublishId = "v_inbox_1",
                };
                db.PostAttempts.Add(made);
            }
        );
        return made.ShouldNotBeNull().Id;
    }

    public async Task<Post> RowAsync(Guid postId)
    {
        await using var scope = await EnterAsync();
        return await Db(scope).Posts.AsNoTracking().SingleAsync(post => post.Id == postId, Stop);
    }

    public async Task<PostAttempt> AttemptRowAsync(long attemptId)
    {
        await using var scope = await EnterAsync();
        return await Db(scope).PostAttempts.AsNoTracking().SingleAsync(attempt => attempt.Id == attemptId, Stop);
    }

    /// <summary>Waits until there is a post, and says which.</summary>
    public async Task<Guid> OnlyPostAsync()
    {
        while (true)
        {
            await using var scope = await EnterAsync();
            if (await Db(scope).Posts.Select(post => (Guid?)post.Id).SingleOrDefaultAsync(Stop) is { } id)
            {
                return id;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), Stop);
        }
    }

    /// <summary>Waits until somebody waits for a post on the clock, or has their answer.</summary>
    public async Task WaiterAsync(Task answer)
    {
        var waiters = Server.Server.Services.GetRequiredService<PostWaiters>();
        var timers = Clock.PendingTimers;
        while (!answer.IsCompleted && (waiters.Count == 0 || timers == 0))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Stop);
            timers = Clock.PendingTimers;
        }
    }

    public async Task<int> CountAsync()
    {
        await using var scope = await EnterAsync();
        return await Db(scope).Posts.CountAsync(Stop);
    }

    public Task<JsonAnswer> GetAsync(Guid postId) => Server.GetAsync($"/api/posts/{postId}");

    public Task<JsonAnswer> DoAsync(Guid postId, string what, object? body = null) =>
        Server.PostAsync($"/api/posts/{postId}/{what}", body);

    public Task<JsonAnswer> PatchAsync(Guid postId, object body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Patch, $"/api/posts/{postId}", body, headers);

    /// <summary>A key of the administrator with these scopes.</summary>
    public async Task<string> KeyAsync(string scopes, bool allowInQuery = false)
    {
        var made = await Server.PostAsync(
            "/api/keys",
            new
            {
                name = "test",
                scopes = scopes.Split(' '),
                allow_in_query = allowInQuery,
            }
        );
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["key"].GetString()!;
    }

    /// <summary>Sends with another key.</summary>
    public async Task<JsonAnswer> WithKeyAsync(string key, HttpMethod method, string path, object? body = null)
    {
        using var client = Server.CreateClient(key);
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    public async Task<IReadOnlyList<string>> AuditedAsync() => [.. await AuditLines.ActionsAsync(Server)];

    /// <summary>Changes a post as the server's own steps do.</summary>
    public Task ChangeAsync(Guid postId, Action<Post, ClipyardDb, PostLog> change) =>
        InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ClipyardDb>();
            var post = await db.Posts.SingleAsync(p => p.Id == postId, Stop);
            change(post, db, services.GetRequiredService<PostLog>());
            await db.SaveChangesAsync(Stop);
        });

    /// <summary>Says that a step of the post runs.</summary>
    public CancellationTokenSource BeginStep(Guid postId) =>
        Server.Server.Services.GetRequiredService<RunningSteps>().TryBegin(postId).ShouldNotBeNull();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Does something as the administrator's requests do.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = await EnterAsync();
        await work(scope.ServiceProvider);
    }

    private async Task<AsyncServiceScope> EnterAsync()
    {
        var scope = Server.Server.Services.CreateAsyncScope();
        var person = await Db(scope).Users.FirstAsync(Stop);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(person.Id, person.StorePrefix));
        return scope;
    }

    private static ClipyardDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ClipyardDb>();
}
