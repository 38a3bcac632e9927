using System.Net;
using System.Text;

namespace Clipyard.TikTokApi.Tests;

/// <summary>Answers without a network, for answers that no sandbox would give.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    public StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request))) { }

    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public static StubHandler Of(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(_ => Json(body, status));

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public TikTokApiClient Client(TimeProvider? time = null) =>
        new(
            new TikTokApiOptions
            {
                ClientKey = "awexample",
                ClientSecret = "example-client-secret",
                RetryDelay = TimeSpan.Zero,
            },
            this,
            timeProvider: time
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _requests);
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return await answer(request, cancellationToken);
    }
}
