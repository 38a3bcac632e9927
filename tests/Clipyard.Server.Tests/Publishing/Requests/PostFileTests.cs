using System.Net;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class PostFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_would_be_sent_can_be_looked_at_in_parts_as_soon_as_it_is_ready()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var id = await host.AskAsync(video, schedule: host.Clock.GetUtcNow().AddHours(1).ToString("O"));
        var early = await FetchAsync(host, $"/api/posts/{id}/files/0");
        await host.RunAsync();

        var whole = await FetchAsync(host, $"/api/posts/{id}/files/0");
        var part = await FetchAsync(host, $"/api/posts/{id}/files/0", "bytes=-3");
        var beyond = await FetchAsync(host, $"/api/posts/{id}/files/0", $"bytes={video.Bytes.Length}-");
        var missing = await FetchAsync(host, $"/api/posts/{id}/files/1");

        early.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        whole.Bytes.ShouldBe(video.Bytes);
        whole.Response.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        whole.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        whole.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        whole.Response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox"]);
        part.Response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Bytes.ShouldBe(video.Bytes[^3..]);
        beyond.Response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        missing.Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpResponseMessage Response, byte[] Bytes)> FetchAsync(
        PublishingHost host,
        string path,
        string? range = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        var response = await host.Host.Client.SendAsync(request, Stop);
        return (response, await response.Content.ReadAsByteArrayAsync(Stop));
    }
}
