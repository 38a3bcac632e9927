using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Tests.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing;

public sealed class UploadProgressTests
{
    [Fact]
    public async Task The_stream_of_events_tells_how_far_an_upload_is()
    {
        await using var host = await PublishingHost.StartAsync();
        var id = await host.AskAsync(host.NewVideo());
        var post = await host.RowAsync(id);
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events");

        host.Host.Server.Services.GetRequiredService<UploadProgressBoard>().Set(post, 400, 1_000);
        var told = (await feed.NextAsync()).ShouldNotBeNull();
        var asked = await host.Host.GetAsync($"/api/posts/{id}");

        told.Type.ShouldBe("post.progress");
        told.Id.ShouldBeNullOrEmpty(); // not kept: nothing to go on behind
        told.Data.GetProperty("post_id").GetGuid().ShouldBe(id);
        told.Data.GetProperty("uploaded_bytes").GetInt64().ShouldBe(400);
        told.Data.GetProperty("total_bytes").GetInt64().ShouldBe(1_000);
        asked["uploaded_bytes"].GetInt64().ShouldBe(400);
    }
}
