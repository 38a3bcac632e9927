using System.Net;
using Clipyard.Failures;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

/// <summary>Upload hosts that behave as no sandbox does.</summary>
public sealed class OddHostTests
{
    [Fact]
    public async Task A_host_that_refuses_and_hangs_up_before_the_chunk_is_through_is_heard_at_another_try()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ApiSession.Stop);
        var serving = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    using var connection = await listener.AcceptTcpClientAsync(stop.Token);
                    using var reader = new StreamReader(connection.GetStream());
                    while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 })
                    {
                        // The head alone; the chunk stays unread.
                    }

                    await connection
                        .GetStream()
                        .WriteAsync(
                            "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
                            stop.Token
                        );
                }
            },
            CancellationToken.None
        );
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var client = new TikTokApiClient(
            new TikTokApiOptions
            {
                ClientKey = "awexample",
                ClientSecret = "s",
                ApiAddress = address,
                RetryDelay = TimeSpan.Zero,
            }
        );
        using var video = new MemoryStream(new byte[30_000_000]);

        await Should.ThrowAsync<UploadExpiredException>(
            client.Uploads.SendAsync(Ticket(30_000_000), new StreamUploadSource(video), null, ApiSession.Stop)
        );
        await stop.CancelAsync();
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task A_host_that_takes_a_chunk_and_forgets_it_again_and_again_is_given_up()
    {
        using var stub = new StubHandler(request =>
        {
            var isFirst = request
                .Content!.Headers.NonValidated["Content-Range"]
                .ToString()
                .StartsWith("bytes 0-", StringComparison.Ordinal);
            var response = new HttpResponseMessage(
                isFirst ? HttpStatusCode.PartialContent : HttpStatusCode.RequestedRangeNotSatisfiable
            );
            response.Content.Headers.TryAddWithoutValidation("Content-Range", "bytes 0-0/15000003");
            return response;
        });
        using var client = stub.Client();
        using var video = new MemoryStream(new byte[ThreeChunks.Size]);
        var ticket = Ticket(1) with { Plan = new ChunkPlan(ThreeChunks.Size, ThreeChunks.ChunkBytes, 3) };
        var options = new UploadOptions
        {
            PauseWhen = _ =>
                stub.Requests > 50 ? throw new InvalidOperationException("It would go on for ever.") : false,
        };

        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Uploads.SendAsync(ticket, new StreamUploadSource(video), options, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
        stub.Requests.ShouldBe(8);
    }

    private static UploadTicket Ticket(long bytes) =>
        new(
            new PublishId("v_inbox_file~v2.1"),
            new Uri("https://open-upload.tiktokapis.com/upload?upload_id=1&upload_token=2"),
            ChunkPlan.For(bytes)
        );
}
