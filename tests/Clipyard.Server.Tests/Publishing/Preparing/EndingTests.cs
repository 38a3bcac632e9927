using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Ending;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class EndingTests(MadeFiles made)
{
    private static readonly PostState[] ToInbox = [PostState.Initialising, PostState.Processing, PostState.InInbox];

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(PostState.Cancelled))]
    [InlineData(nameof(PostState.Failed))]
    public async Task Staged_files_go_an_hour_after_the_end_and_the_log_says_so(string end)
    {
        await using var host = await StartAsync();
        var id = await PreparedAsync(host);
        await host.ChangeAsync(id, (log, post) => log.Move(post, Enum.Parse<PostState>(end), PostChange.None));

        _clock.Advance(TimeSpan.FromMinutes(59));
        await SweepAsync<StagedFileSweep>(host);
        host.Staged().Count.ShouldBe(1);
        (await host.RowAsync(id)).FilesRemovedAt.ShouldBeNull();

        _clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync<StagedFileSweep>(host);

        host.Staged().ShouldBeEmpty();
        (await host.RowAsync(id)).FilesRemovedAt.ShouldBe(_clock.GetUtcNow());
        (await host.LogAsync(id))[^1].Type.ShouldBe(PostEventTypes.FilesRemoved);
        (await host.FilesAsync(id)).Count.ShouldBe(1); // what was sent stays known
    }

    [Fact]
    public async Task Files_of_a_draft_in_the_inbox_go_too_and_those_of_waiting_posts_stay()
    {
        await using var host = await StartAsync();
        var (draft, waiting) = (await PreparedAsync(host), await PreparedAsync(host));
        foreach (var state in ToInbox)
        {
            await host.ChangeAsync(draft, (log, post) => log.Move(post, state, PostChange.None));
        }

        _clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync<StagedFileSweep>(host);
        await SweepAsync<StagedObjectSweep>(host);

        host.Staged().ShouldBe([(await host.FilesAsync(waiting))[0].Object]);
        (await host.RowAsync(draft)).FilesRemovedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_second_sweep_says_nothing_more()
    {
        await using var host = await StartAsync();
        var id = await PreparedAsync(host);
        await host.ChangeAsync(id, (log, post) => log.Move(post, PostState.Cancelled, PostChange.None));
        _clock.Advance(TimeSpan.FromHours(2));

        await SweepAsync<StagedFileSweep>(host);
        await SweepAsync<StagedFileSweep>(host);

        (await host.LogAsync(id)).Count(line => line.Type == PostEventTypes.FilesRemoved).ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_that_never_became_a_file_goes_with_its_post()
    {
        await using var host = await StartAsync();
        var upload = host.Uploads.Add("no video at all"u8.ToArray());
        var post = await host.PrepareAsync(new PostSource(UploadId: upload));
        post.FailureCode.ShouldBe("unsupported_media");
        host.Uploads.Has(upload).ShouldBeTrue(); // it may be tried again

        _clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync<StagedFileSweep>(host);

        host.Uploads.Has(upload).ShouldBeFalse();
        (await host.RowAsync(post.Id)).Revision.ShouldBe(post.Revision + 1); // a retry at this moment would notice
        (await host.LogAsync(post.Id))[^1].Type.ShouldBe(PostEventTypes.State);
    }

    [Fact]
    public async Task Another_owners_files_end_in_that_owners_scope()
    {
        await using var host = await StartAsync();
        var other = await Someone.AddAsync(host.Server, "ben");
        var id = await PreparedAsync(host);
        var key = $"owners/{other.Id}/staged/{id}/r/0.mp4";
        await host.PutAsync(key, [1]);
        await GiveAwayAsync(host, id, other.Id, key);
        _clock.Advance(TimeSpan.FromHours(2));

        await SweepAsync<StagedFileSweep>(host);

        host.Staged().ShouldNotContain(key);
    }

    [Fact]
    public async Task Objects_without_a_post_go_after_a_day_whoever_owns_them()
    {
        await using var host = await StartAsync();
        var other = await Someone.AddAsync(host.Server, "ben");
        string[] orphans =
        [
            $"staged/{Guid.NewGuid()}/r/0.mp4",
            "staged/nobody/0.mp4",
            $"owners/{other.Id}/staged/{Guid.NewGuid()}/r/0.mp4",
        ];
        var young = $"staged/{Guid.NewGuid()}/r/0.mp4";
        var kept = await PreparedAsync(host);
        var known = (await host.FilesAsync(kept))[0].Object;
        foreach (var key in orphans.Append(young))
        {
            await host.PutAsync(key, [1, 2, 3]);
        }

        foreach (var key in orphans.Append(known))
        {
            host.Age(key, _clock.GetUtcNow() - TimeSpan.FromHours(25));
        }

        host.Age(young, _clock.GetUtcNow() - TimeSpan.FromHours(23));
        await SweepAsync<StagedObjectSweep>(host);

        host.Staged().ShouldBe([young, known], ignoreOrder: true);
    }

    [Fact]
    public async Task What_lies_staged_can_be_measured_at_any_moment()
    {
        await using var host = await StartAsync();
        using var meter = new StagedMeter(host.Server.Server.Services);
        var file = (await host.FilesAsync(await PreparedAsync(host)))[0];
        meter.Read().ShouldBe((1, file.Bytes));

        await host.PutAsync($"staged/{Guid.NewGuid()}/r/0.mp4", new byte[1000]);
        await SweepAsync<StagedObjectSweep>(host);
        meter.Read().ShouldBe((2, file.Bytes + 1000));

        await host.ChangeAsync(file.PostId, (log, post) => log.Move(post, PostState.Cancelled, PostChange.None));
        _clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync<StagedFileSweep>(host);
        meter.Read().ShouldBe((1, 1000));
    }

    private Task<PreparingHost> StartAsync() => PreparingHost.StartAsync(setup => setup with { TimeProvider = _clock });

    private async Task<Guid> PreparedAsync(PreparingHost host)
    {
        var upload = host.Uploads.Add(await made.BytesAsync("good.mp4"));
        var post = await host.PrepareAsync(new PostSource(UploadId: upload));
        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        return post.Id;
    }

    private static async Task GiveAwayAsync(PreparingHost host, Guid postId, Guid ownerId, string key)
    {
        await using var scope = host.Server.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var posts = db.Posts.IgnoreQueryFilters().Where(post => post.Id == postId);
        var ended = posts.Select(post => (DateTimeOffset?)post.CreatedAt).First();
        await posts.ExecuteUpdateAsync(
            set =>
                set.SetProperty(post => post.OwnerId, ownerId)
                    .SetProperty(post => post.State, PostState.Cancelled)
                    .SetProperty(post => post.EndedAt, ended),
            Token
        );
        await db
            .PostFiles.IgnoreQueryFilters()
            .Where(file => file.PostId == postId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(file => file.OwnerId, ownerId).SetProperty(file => file.Object, key),
                Token
            );
    }

    private static async Task SweepAsync<T>(PreparingHost host)
        where T : ISweep
    {
        await using var scope = host.Server.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<ISweep>().OfType<T>().Single().SweepAsync(Token);
    }
}
