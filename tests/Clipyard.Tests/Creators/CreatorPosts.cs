using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

namespace Clipyard.Tests.Creators;

public sealed class CreatorPosts
{
    [Fact]
    public async Task All_posts_of_overlapping_pages_come_once_and_newest_first()
    {
        await using var host = await LibraryHost.StartAsync();

        var posts = await AllAsync(host, DemoWorld.HarborLights);

        posts.Count.ShouldBe(43);
        posts.Select(post => post.Id).Distinct().Count().ShouldBe(43);
        posts.Select(post => post.CreatedAt).ShouldBe(posts.Select(post => post.CreatedAt).OrderDescending());
        host.Sandbox.Journal.Of(SandboxEndpoint.Listing).Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Whoever_wants_six_asks_one_page()
    {
        await using var host = await LibraryHost.StartAsync();

        var posts = new List<VideoInfo>();
        await foreach (
            var post in host.Client.Creators.GetPostsAsync(
                DemoWorld.HarborLights,
                TestContext.Current.CancellationToken
            )
        )
        {
            posts.Add(post);
            if (posts.Count == 6)
            {
                break;
            }
        }

        host.Sandbox.Journal.Of(SandboxEndpoint.Listing).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Weeks_without_posts_are_stepped_over()
    {
        await using var host = await LibraryHost.StartAsync();

        var posts = await AllAsync(host, DemoWorld.SlowLantern);

        posts.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_page_that_repeats_itself_is_asked_for_by_another_device()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.RepeatPage, SandboxEndpoint.Listing, skip: 1, times: 2);

        var posts = await AllAsync(host, DemoWorld.HarborLights);

        posts.Count.ShouldBe(43);
        host.Sandbox.Journal.Of(SandboxEndpoint.Listing)
            .Select(entry => System.Web.HttpUtility.ParseQueryString(entry.Query)["device_id"])
            .Distinct()
            .Count()
            .ShouldBe(3);
    }

    [Fact]
    public async Task A_listing_that_repeats_itself_for_ever_ends()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.RepeatPage, SandboxEndpoint.Listing, skip: 1, times: null);

        var posts = await AllAsync(host, DemoWorld.HarborLights);

        posts.Count.ShouldBeInRange(1, 42);
        host.Sandbox.Journal.Of(SandboxEndpoint.Listing).Count.ShouldBe(5);
    }

    [Fact]
    public async Task An_account_without_posts_has_none()
    {
        await using var host = await LibraryHost.StartAsync();

        (await AllAsync(host, DemoWorld.EmptyShelf)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_account_is_named()
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ContentUnavailableException>(AllAsync(host, DemoWorld.QuietAttic));

        error.Code.ShouldBe("private_account");
    }

    [Fact]
    public async Task Without_a_secUid_on_the_profile_the_embed_page_and_the_newest_post_give_it()
    {
        await using var host = await LibraryHost.StartAsync();

        var posts = await AllAsync(host, DemoWorld.HiddenDoor);

        posts.ShouldHaveSingleItem().Id.Value.ShouldBe(DemoWorld.HiddenDoorVideo);
    }

    [Fact]
    public async Task A_listed_post_can_be_downloaded_without_its_page()
    {
        await using var host = await LibraryHost.StartAsync();
        var posts = await AllAsync(host, DemoWorld.PaperKites);
        host.Sandbox.Journal.Clear();

        var result = await host.Client.Downloads.DownloadAsync(
            posts[0],
            host.Sink,
            cancellationToken: TestContext.Current.CancellationToken
        );

        result.Files.ShouldHaveSingleItem().SizeBytes.ShouldBeGreaterThan(0);
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBeLessThanOrEqualTo(1);
    }

    private static async Task<List<VideoInfo>> AllAsync(LibraryHost host, string name)
    {
        var posts = new List<VideoInfo>();
        await foreach (var post in host.Client.Creators.GetPostsAsync(name, TestContext.Current.CancellationToken))
        {
            posts.Add(post);
        }

        return posts;
    }
}
