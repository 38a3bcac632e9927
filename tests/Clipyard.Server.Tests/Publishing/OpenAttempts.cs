using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>Attempts as a crash or another process leaves them.</summary>
internal static class OpenAttempts
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A post whose pull is open, as a server leaves it that has just asked TikTok to fetch it.</summary>
    public static async Task<string> OpenPullAsync(this PublishingHost host, TestVideo video, string? publishId)
    {
        var id = await host.AskAsync(video, transfer: "pull");
        await host.StepAsync(id); // prepared
        var token = PullToken.New();
        await host.ChangeAsync(db =>
        {
            var post = db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single(row => row.Id == id);
            post.State = PostState.Uploading;
            post.Lane = PostLanes.Of(post);
            post.DueAt = host.Clock.GetUtcNow().AddHours(1);
            db.PostAttempts.Add(Attempt(host, post, token.Hash, publishId));
        });
        return token.Text;
    }

    /// <summary>As a process leaves it that is killed between its init and the answer.</summary>
    public static Task AsIfKilledInInitAsync(this PublishingHost host, Guid id) =>
        host.ChangeAsync(db =>
        {
            var post = db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single(row => row.Id == id);
            post.State = PostState.Initialising;
            post.Attempts = 1;
            db.PostAttempts.Add(Attempt(host, post, hash: null, publishId: null));
        });

    public static Task ChangeAttemptAsync(this PublishingHost host, Action<PostAttempt> change) =>
        host.ChangeAsync(db => change(db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single()));

    public static async Task<PostAttempt> AttemptAsync(this PublishingHost host)
    {
        await using var scope = host.Host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).AsNoTracking().SingleAsync(Stop);
    }

    public static async Task<Post> PostOfAttemptAsync(this PublishingHost host) =>
        await host.RowAsync((await AttemptAsync(host)).PostId);

    private static PostAttempt Attempt(PublishingHost host, Post post, string? hash, string? publishId) =>
        new()
        {
            PostId = post.Id,
            OwnerId = post.OwnerId,
            AccountId = post.AccountId,
            OpenId = "somebody",
            Number = 1,
            Mode = post.Mode,
            Transfer = post.Transfer,
            PullTokenHash = hash,
            PublishId = publishId,
            CreatedAt = host.Clock.GetUtcNow(),
        };
}
