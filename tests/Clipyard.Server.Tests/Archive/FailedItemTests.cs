using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Archive;

public sealed class FailedItemTests
{
    [Fact]
    public async Task A_post_that_failed_says_what_helps()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var job = await host.FetchAsync(new { urls = new[] { DemoWorld.PrivatePost, DemoWorld.PlainVideo } });

        var answer = await host.GetAsync($"/api/v1/jobs/{job.Id}");

        answer["items.0.code"].GetString().ShouldBe("video_private");
        answer["items.0.remedy"].GetString().ShouldBe(FailureCatalogue.VideoPrivate.Remedy);
        answer["items.1.remedy"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
