using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class FailingOperations
{
    [Fact]
    public async Task A_failure_says_what_was_being_done()
    {
        await using var host = await LibraryHost.StartAsync();
        var removed = LibraryHost.Video(DemoWorld.Removed);
        var token = TestContext.Current.CancellationToken;

        (await FailureOf(host.Client.Videos.GetAsync(removed, token))).ShouldBe("get video");
        (await FailureOf(host.DownloadAsync(DemoWorld.Removed))).ShouldBe("download");
        (await FailureOf(host.Client.Creators.GetAsync(DemoWorld.NoSuchUser, token))).ShouldBe("get creator");
        (
            await FailureOf(host.Client.Creators.GetPostsAsync(DemoWorld.NoSuchUser, token).ToListAsync(token).AsTask())
        ).ShouldBe("list posts");
    }

    [Fact]
    public async Task An_outcome_of_many_says_so_too()
    {
        await using var host = await LibraryHost.StartAsync();

        var outcome = await host
            .Client.Videos.GetManyAsync([LibraryHost.Video(DemoWorld.Removed)], TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);

        outcome.IsSuccess.ShouldBeFalse();
        outcome.Error.ShouldNotBeNull().Operation.ShouldBe("get video");
    }

    private static async Task<string?> FailureOf(Task work) =>
        (await Should.ThrowAsync<ClipyardException>(work)).Operation;
}
