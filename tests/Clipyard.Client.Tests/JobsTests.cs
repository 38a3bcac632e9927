using Clipyard.Client.Downloads;
using Clipyard.Client.Jobs;
using Clipyard.Client.Keys;
using Clipyard.Client.Students;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Client.Tests;

public sealed class JobsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_are_fetched_by_their_addresses()
    {
        using var client = fixture.Open();
        var started = await client.Downloads.StartAsync(
            new DownloadsRequest { Urls = [UrlOf(DemoWorld.Muted), UrlOf(DemoWorld.Removed)] },
            Token
        );

        var job = await client.Jobs.WaitAsync(started.JobId, cancellationToken: Token);

        job.State.ShouldBe(JobState.Completed);
        (job.Total, job.Done, job.Failed).ShouldBe((2, 2, 1));
        job.Items.Select(item => item.State).ShouldBe([JobItemState.Stored, JobItemState.Failed]);
        job.Items[1].Code.ShouldBe("video_removed");
        job.Result!.Value.GetProperty("stored").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_job_that_kept_nothing_throws_its_reason()
    {
        using var client = fixture.Open();
        var started = await client.Downloads.StartAsync(
            new DownloadsRequest { Urls = [UrlOf(DemoWorld.Removed)] },
            Token
        );

        var job = await client.Jobs.WaitAsync(started.JobId, cancellationToken: Token);

        job.State.ShouldBe(JobState.Failed);
        Should.Throw<Failures.ClipyardException>(job.ThrowIfUnsuccessful).Code.ShouldBe("video_removed");
    }

    [Fact]
    public async Task Watching_a_job_that_has_ended_tells_all_of_it_and_ends()
    {
        using var client = fixture.Open();
        var started = await client.Downloads.StartAsync(
            new DownloadsRequest { Urls = [UrlOf(DemoWorld.EmptyCaption)] },
            Token
        );
        await client.Jobs.WaitAsync(started.JobId, cancellationToken: Token);

        var all = await client.Jobs.WatchAsync(started.JobId, cancellationToken: Token).ToListAsync(Token);
        var rest = await client.Jobs.WatchAsync(started.JobId, all[0].Id, Token).ToListAsync(Token);
        var none = await client.Jobs.WatchAsync(started.JobId, all[^1].Id, Token).ToListAsync(Token);

        all[0].Type.ShouldBe("job.queued");
        all[^1].Type.ShouldBe("job.completed");
        rest.ShouldBe(all.Skip(1));
        none.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_is_cancelled_and_says_so()
    {
        await using var host = await ServerHost.StartAsync(
            Token,
            setup => setup with { Settings = ServerHost.With(setup, ("Archive:Pause", "00:10:00")) }
        );
        using var client = new ClipyardServerClient(host.Server.Address, host.Key);
        await client.Students.LinkAsync("slow", "harbor_lights", Token);
        var started = await client.Students.StartDownloadAsync("slow", cancellationToken: Token);
        await foreach (var happened in client.Jobs.WatchAsync(started.JobId, cancellationToken: Token))
        {
            if (happened.Item is not null)
            {
                await client.Jobs.CancelAsync(started.JobId, Token);
            }
        }

        var job = await client.Jobs.GetAsync(started.JobId, Token);

        job.State.ShouldBe(JobState.Cancelled);
        job.Items.Count(item => item.State == JobItemState.Stored).ShouldBeGreaterThan(0);
        Should.Throw<Failures.ClipyardException>(job.ThrowIfUnsuccessful).Code.ShouldBe("conflict");
    }

    [Fact]
    public async Task Jobs_are_listed_by_state_over_several_pages()
    {
        using var client = fixture.Open();
        var ids = new List<string>();
        foreach (var post in new[] { DemoWorld.EmptyMusic, DemoWorld.RichCaption })
        {
            var request = new DownloadsRequest { Urls = [UrlOf(post)] };
            var started = await client.Downloads.StartAsync(request, Token);
            ids.Add((await client.Jobs.WaitAsync(started.JobId, cancellationToken: Token)).Id);
        }

        var completed = await client
            .Jobs.ListAsync(JobState.Completed, pageSize: 1, cancellationToken: Token)
            .Select(job => job.Id)
            .ToListAsync(Token);

        completed.ShouldBeSubsetOf(completed.Distinct());
        ids.ShouldBeSubsetOf(completed);
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_not_found()
    {
        using var client = fixture.Open();

        var error = await Should.ThrowAsync<ServerException>(
            client.Jobs.WaitAsync(Guid.NewGuid().ToString(), cancellationToken: Token)
        );

        error.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_job_is_followed_across_a_restart_of_the_server()
    {
        await using var host = await ServerHost.StartAsync(
            Token,
            setup => setup with { Settings = ServerHost.With(setup, ("Archive:Pause", "00:00:01")) }
        );
        var address = host.Server.Address;
        using var client = new ClipyardServerClient(address, host.Key);
        await client.Students.LinkAsync("patient", "harbor_lights", Token);
        var started = await client.Students.StartDownloadAsync(
            "patient",
            new StudentDownloadRequest { MaxVideos = 3 },
            Token
        );
        var events = new List<JobEvent>();
        await foreach (var happened in client.Jobs.WatchAsync(started.JobId, cancellationToken: Token))
        {
            events.Add(happened);
            if (happened.Item is not null && events.Count(known => known.Item is not null) == 1)
            {
                await host.RestartAsync(setup => setup with { Urls = [address.GetLeftPart(UriPartial.Authority)] });
            }
        }

        var download = await client.Students.WaitForDownloadAsync(started, cancellationToken: Token);
        var lasting = events.Where(happened => happened.Id is not null).ToList();
        lasting.Select(happened => happened.Id).ShouldBeUnique();
        lasting.Count(happened => happened.Item is not null).ShouldBe(3);
        lasting[^1].Type.ShouldBe("job.completed");
        download.Videos.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_post_s_information_comes_through()
    {
        using var client = fixture.Open();

        var post = await client.Videos.GetInfoAsync(UrlOf(DemoWorld.RichCaption), Token);

        post.Id.ShouldBe(DemoWorld.RichCaption);
        post.Hashtags.ShouldNotBeEmpty();
        post.Formats.ShouldContain(format => format.Codec == "h264");
        post.Counts!.Plays.ShouldNotBeNull();
    }

    [Fact]
    public async Task Keys_are_made_listed_and_revoked()
    {
        using var client = fixture.Open();

        var made = await client.Keys.CreateAsync(new ApiKeyRequest { Name = "reader", Scopes = ["read"] }, Token);
        using var reader = fixture.Open(made.Key);
        await reader.Students.ListAsync(cancellationToken: Token).ToListAsync(Token);
        var refused = await Should.ThrowAsync<ServerException>(reader.Students.LinkAsync("x", "harbor_lights", Token));
        await client.Keys.RevokeAsync(made.Id, Token);

        refused.Code.ShouldBe("forbidden");
        made.ToString().ShouldNotContain(made.Key!);
        (await client.Keys.ListAsync(Token)).Single(key => key.Id == made.Id).RevokedAt.ShouldNotBeNull();
        (await Should.ThrowAsync<ServerException>(reader.Videos.GetInfoAsync("x", Token))).Code.ShouldBe(
            "unauthenticated"
        );
    }

    private static string UrlOf(string post) => $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{post}";
}
