using System.Net;
using System.Text;

namespace Clipyard.Client.Tests;

/// <summary>A server of prepared answers, in order; it keeps what it was asked.</summary>
internal sealed class Answers : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _prepared = [];

    public List<(HttpMethod Method, string Path, Dictionary<string, string> Headers)> Asked { get; } = [];

    public Answers Then(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _prepared.Enqueue(answer);
        return this;
    }

    public Answers Then(
        HttpStatusCode status,
        string body = "{}",
        string type = "application/json",
        params (string Name, string Value)[] headers
    ) =>
        Then(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });

    /// <summary>A client of it, on a clock of its own.</summary>
    public ClipyardServerClient Open(
        TimeProvider time,
        Func<ClipyardServerOptions, ClipyardServerOptions>? change = null
    )
    {
        var options = new ClipyardServerOptions { TimeProvider = time };
        return new ClipyardServerClient(
            new Uri("http://server.test/base/"),
            "clip_key",
            change?.Invoke(options) ?? options,
            new HttpClient(this, disposeHandler: false)
        );
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = request.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        Asked.Add((request.Method, request.RequestUri!.PathAndQuery, headers));
        var response = _prepared.Dequeue()(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }
}
