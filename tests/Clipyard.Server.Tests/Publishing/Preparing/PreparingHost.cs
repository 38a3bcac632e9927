using Clipyard.Server.Accounts;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Archive;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>A server whose posts are prepared by hand: nothing runs in the background.</summary>
internal sealed class PreparingHost : IAsyncDisposable
{
    private PreparingHost(ServerHost server, FileHost web, FakeAccounts accounts, FakeUploads uploads)
    {
        Server = server;
        Web = web;
        Accounts = accounts;
        Uploads = uploads;
    }

    public ServerHost Server { get; }

    /// <summary>A trusted origin.</summary>
    public FileHost Web { get; }

    public FakeAccounts Accounts { get; }

    public FakeUploads Uploads { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<PreparingHost> StartAsync(params (string Name, string? Value)[] settings) =>
        StartAsync(setup => setup with { Settings = ServerHost.With(setup, settings) });

    public static async Task<PreparingHost> StartAsync(Func<ServerSetup, ServerSetup> configure)
    {
        var (web, accounts, uploads) = (new FileHost(), new FakeAccounts(), new FakeUploads());
        var server = await ServerHost.StartAsync(
            Token,
            setup =>
            {
                var configured = configure(
                    setup with
                    {
                        StartScheduler = false,
                        Settings = ServerHost.With(setup, ("Network:TrustedOrigins:0", web.Origin)),
                    }
                );
                return configured with
                {
                    ConfigureServices = services =>
                    {
                        services.AddSingleton<IAccounts>(accounts);
                        services.AddSingleton<ICallAllowance>(accounts);
                        services.AddSingleton<IUploads>(uploads);
                        configured.ConfigureServices?.Invoke(services);
                    },
                };
            }
        );
        return new PreparingHost(server, web, accounts, uploads);
    }

    /// <summary>A new post of the administrator, as accepted.</summary>
    public async Task<Guid> AcceptAsync(PostSource source, Action<Post>? configure = null)
    {
        await using var scope = await Server.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var post = new Post
        {
            Id = Guid.NewGuid(),
            OwnerId = db.Scope.Owner.Id,
            AccountId = Guid.NewGuid(),
            Source = source,
            Settings = new PostSettings { PrivacyLevel = "SELF_ONLY" },
            State = PostState.Preparing,
        };
        configure?.Invoke(post);
        scope.ServiceProvider.GetRequiredService<PostLog>().Add(post);
        await db.SaveChangesAsync(Token);
        return post.Id;
    }

    /// <summary>Takes the step that the post's lane takes.</summary>
    public Task<Post> PrepareAsync(Guid postId) => PrepareUntilAsync(postId, Token);

    /// <summary>The same, until somebody tells it to stop.</summary>
    public async Task<Post> PrepareUntilAsync(Guid postId, CancellationToken cancellationToken)
    {
        await using (var scope = await Server.EnterAsync())
        {
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            var post = await db.Posts.SingleAsync(p => p.Id == postId, Token);
            await scope.ServiceProvider.GetRequiredService<PostPreparation>().RunAsync(post, cancellationToken);
        }

        return await RowAsync(postId);
    }

    /// <summary>Accepts and prepares.</summary>
    public async Task<Post> PrepareAsync(PostSource source, Action<Post>? configure = null) =>
        await PrepareAsync(await AcceptAsync(source, configure));

    public Task<Post> RowAsync(Guid postId) => ReadAsync(db => db.Posts.SingleAsync(p => p.Id == postId, Token));

    public Task<List<PostFile>> FilesAsync(Guid postId) =>
        ReadAsync(db => db.PostFiles.Where(f => f.PostId == postId).OrderBy(f => f.Position).ToListAsync(Token));

    public Task<List<PostEvent>> LogAsync(Guid postId) =>
        ReadAsync(db => db.PostEvents.Where(e => e.PostId == postId).OrderBy(e => e.Id).ToListAsync(Token));

    public async Task<T> ReadAsync<T>(Func<ClipyardDb, Task<T>> read)
    {
        await using var scope = await Server.EnterAsync();
        return await read(scope.ServiceProvider.GetRequiredService<ClipyardDb>());
    }

    /// <summary>Changes a post as some other part of the server does.</summary>
    public async Task ChangeAsync(Guid postId, Action<PostLog, Post> change)
    {
        await using var scope = await Server.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        change(
            scope.ServiceProvider.GetRequiredService<PostLog>(),
            await db.Posts.SingleAsync(p => p.Id == postId, Token)
        );
        await db.SaveChangesAsync(Token);
    }

    /// <summary>Puts an object behind the server's back.</summary>
    public async Task PutAsync(string key, byte[] bytes)
    {
        var store = Server.Server.Services.GetRequiredService<IMediaStore>();
        await using var write = await store.BeginPutAsync(key, "video/mp4", Token);
        await write.Content.WriteAsync(bytes, Token);
        await write.CommitAsync(Token);
    }

    /// <summary>Makes an object as old as a test wants it.</summary>
    public void Age(string key, DateTimeOffset committedAt) =>
        File.SetLastWriteTimeUtc(
            Server.Server.Services.GetRequiredService<DiskMediaStore>().PathOf(key),
            committedAt.UtcDateTime
        );

    /// <summary>All staged objects of all owners.</summary>
    public IReadOnlyList<string> Staged() => [.. Server.Objects().Where(key => key.Contains("staged/"))];

    /// <summary>The bytes of an object.</summary>
    public async Task<byte[]> ObjectAsync(string key)
    {
        await using var stream = await Server
            .Server.Services.GetRequiredService<IMediaStore>()
            .OpenReadAsync(key, 0, length: null, Token);
        using var bytes = new MemoryStream();
        await stream.ShouldNotBeNull().CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    /// <summary>How many files a run has left unfinished.</summary>
    public int Unfinished() => Server.Server.Services.GetRequiredService<TemporaryFiles>().Count();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Web.DisposeAsync();
    }
}
