using System.Net;
using System.Net.Sockets;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Media;

public sealed class WireFaultTests
{
    [Theory]
    [InlineData(FaultKind.Cut)]
    [InlineData(FaultKind.Reset)]
    public async Task The_body_breaks_off_after_so_many_bytes_and_the_next_try_is_whole(FaultKind kind)
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        session.Sandbox.Faults.Add(Fault(kind, 1000));

        using var broken = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        var received = await ReadUntilBrokenAsync(broken);
        var whole = await page.DownloadAsync(page.FirstVideo);

        broken.Content.Headers.ContentLength.ShouldBe(whole.Length);
        received.ShouldBe(whole[..1000]);
        session
            .Sandbox.Journal.Of(SandboxEndpoint.Media)
            .Select(entry => entry.Fault)
            .ShouldBe([kind.ToString(), null]);
    }

    [Fact]
    public async Task A_body_longer_than_announced_ends_where_it_was_announced()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        var whole = await page.DownloadAsync(page.FirstVideo);
        session.Sandbox.Faults.Add(Fault(FaultKind.LengthTooShort, 10));

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));

        response.Content.Headers.ContentLength.ShouldBe(whole.Length - 10);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_breaks_off()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        var whole = await page.DownloadAsync(page.FirstVideo);
        session.Sandbox.Faults.Add(Fault(FaultKind.LengthTooLong, 10));

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        var received = await ReadUntilBrokenAsync(response);

        response.Content.Headers.ContentLength.ShouldBe(whole.Length + 10);
        received.ShouldBe(whole);
    }

    [Fact]
    public async Task A_chunked_body_has_no_length_and_all_bytes()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        var whole = await page.DownloadAsync(page.FirstVideo);
        session.Sandbox.Faults.Add(Fault(FaultKind.Chunked, 0));

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        var received = await response.Content.ReadAsByteArrayAsync(Token);

        response.Headers.TransferEncodingChunked.ShouldBe(true);
        received.ShouldBe(whole);
    }

    [Fact]
    public async Task A_lost_answer_is_counted_and_never_arrives()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        // For ever: the client under this test asks again by itself when a connection ends without an answer.
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.LostAnswer,
                Endpoint = SandboxEndpoint.OEmbed,
                Times = null,
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => session.GetAsync("https://www.tiktok.com/oembed?url=x"));

        session.Sandbox.Journal.Of(SandboxEndpoint.OEmbed).ShouldNotBeEmpty();
        session.Sandbox.Journal.Entries.ShouldAllBe(entry => entry.Status == 0 && entry.BytesSent == 0);
    }

    [Fact]
    public async Task A_duplicate_answer_is_twice_on_the_wire()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        session.Sandbox.Faults.Add(
            new SandboxFault { Kind = FaultKind.DuplicateAnswer, Endpoint = SandboxEndpoint.OEmbed }
        );
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, session.Sandbox.Address.Port, Token);
        await using var stream = socket.GetStream();

        await stream.WriteAsync("GET /oembed HTTP/1.1\r\nHost: www.tiktok.com\r\n\r\n"u8.ToArray(), Token);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(Token);

        text.Split("HTTP/1.1 400 Bad Request").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_delayed_answer_takes_its_time_and_another_fault_can_strike_beside_it()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        session.Sandbox.Faults.Add(new SandboxFault { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(60) });
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Status = 429,
                RetryAfterSeconds = 3,
            }
        );

        var start = TimeProvider.System.GetTimestamp();
        using var response = await session.GetAsync("https://www.tiktok.com/oembed");

        TimeProvider.System.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(55));
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_stalled_body_waits_until_the_client_leaves()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        session.Sandbox.Faults.Add(Fault(FaultKind.Stall, 100));

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        await body.ReadExactlyAsync(new byte[100], Token);
        var next = body.ReadAsync(new byte[1], Token);

        next.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task HTML_may_come_instead_of_the_video()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        session.Sandbox.Faults.Add(Fault(FaultKind.HtmlInstead, 0));

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SandboxFault Fault(FaultKind kind, long bytes) =>
        new()
        {
            Kind = kind,
            Endpoint = SandboxEndpoint.Media,
            Post = DemoWorld.PlainVideo,
            Bytes = bytes,
        };

    private static async Task<byte[]> ReadUntilBrokenAsync(HttpResponseMessage response)
    {
        using var received = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        await Should.ThrowAsync<Exception>(() => body.CopyToAsync(received, Token));
        return received.ToArray();
    }
}
