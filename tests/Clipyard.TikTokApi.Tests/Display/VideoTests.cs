using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Display;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.Display;

public sealed class VideoTests
{
    [Fact]
    public async Task All_public_videos_are_walked_through_newest_first()
    {
        await using var session = await ApiSession.StartAsync();
        for (var number = 0; number < 45; number++)
        {
            session.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
            session.Sandbox.AddVideo(DemoWorld.EmptyShelf, $"Clip {number}");
        }

        session.Connect(DemoWorld.EmptyShelf);
        var videos = new List<OwnVideo>();
        await foreach (var video in session.Client.Videos.GetAllAsync(session.Token, ApiSession.Stop))
        {
            videos.Add(video);
        }

        videos.Count.ShouldBe(45);
        videos.Select(video => video.Id).ShouldBeUnique();
        videos.Select(video => video.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        videos[0].Description.ShouldBe("Clip 44");
        videos[0].Duration.ShouldNotBeNull();
        session.Requests(SandboxEndpoint.VideoList).Count.ShouldBe(3);
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_without_videos_has_an_empty_list()
    {
        await using var session = await ApiSession.StartAsync(creator: DemoWorld.EmptyShelf);

        var page = await session.Client.Videos.GetPageAsync(session.Token, cancellationToken: ApiSession.Stop);

        page.Videos.ShouldBeEmpty();
        page.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Videos_are_looked_up_by_id_and_only_own_ones_are_found()
    {
        await using var session = await ApiSession.StartAsync();

        var videos = await session.Client.Videos.QueryAsync(
            session.Token,
            [DemoWorld.PlainVideo, DemoWorld.PaperBoatsVideo, "1"],
            ["id", "cover_image_url"],
            ApiSession.Stop
        );

        var video = videos.ShouldHaveSingleItem();
        video.Id.ShouldBe(DemoWorld.PlainVideo);
        video.CoverImageUrl.ShouldNotBeNull();
        video.Title.ShouldBeNull();
        (await session.Client.Videos.QueryAsync(session.Token, [], cancellationToken: ApiSession.Stop)).ShouldBeEmpty();
        session.Requests(SandboxEndpoint.VideoQuery).Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_than_TikTok_gives_at_once_is_not_asked_for()
    {
        await using var session = await ApiSession.StartAsync();
        string[] ids = [.. Enumerable.Range(1, 21).Select(number => $"{number}")];

        await Should.ThrowAsync<ArgumentException>(
            session.Client.Videos.QueryAsync(session.Token, ids, cancellationToken: ApiSession.Stop)
        );
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            session.Client.Videos.GetPageAsync(session.Token, count: 21, cancellationToken: ApiSession.Stop)
        );
    }

    [Fact]
    public async Task Without_the_permission_there_is_no_list()
    {
        await using var session = await ApiSession.StartAsync(scopes: [TikTokScopes.UserInfoBasic]);

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Videos.GetPageAsync(session.Token, cancellationToken: ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.ScopeMissing);
    }

    [Theory]
    [InlineData(
        """{"data":{"videos":{"id":7650000000000000001},"cursor":"5","has_more":"true"},"error":{"code":"ok"}}""",
        1,
        5L
    )]
    [InlineData("""{"data":{"videos":null,"has_more":true},"error":{"code":"ok"}}""", 0, null)]
    [InlineData(
        """{"data":{"videos":[null,"x",{"id":"1","create_time":"x"}],"cursor":5},"error":{"code":"ok"}}""",
        1,
        null
    )]
    public async Task Odd_lists_are_read_as_far_as_they_go(string body, int count, long? next)
    {
        using var stub = StubHandler.Of(body);
        using var client = stub.Client();

        var page = await client.Videos.GetPageAsync(new AccessToken("act.x"), cancellationToken: ApiSession.Stop);

        page.Videos.Count.ShouldBe(count);
        page.Next.ShouldBe(next);
    }

    [Fact]
    public async Task A_cursor_that_does_not_move_is_not_followed_for_ever()
    {
        using var stub = StubHandler.Of(
            """{"data":{"videos":[{"id":"1"}],"cursor":5,"has_more":true},"error":{"code":"ok"}}"""
        );
        var clock = new ManualClock();
        using var client = stub.Client(clock);
        var videos = new List<OwnVideo>();

        await clock.RunAsync(ReadAsync(), within: TimeSpan.FromSeconds(1));

        videos.Count.ShouldBe(2);

        async Task ReadAsync()
        {
            await foreach (var video in client.Videos.GetAllAsync(new AccessToken("act.x"), ApiSession.Stop))
            {
                videos.Add(video);
            }
        }
    }
}
