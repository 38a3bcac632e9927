using System.Collections.Concurrent;
using System.Text;
using Clipyard.Server.Tests.Network;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>Somebody's web server on loopback.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly Peer _peer;
    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> _answers = new(
        StringComparer.Ordinal
    );

    public FileHost() => _peer = new Peer(AnswerAsync);

    /// <summary><c>http://127.0.0.1:PORT</c>.</summary>
    public string Origin => _peer.Address.GetLeftPart(UriPartial.Authority);

    public int Requests => _peer.Requests.Count;

    /// <summary>Offers a file, under any type one likes.</summary>
    /// <returns>Its address.</returns>
    public string Add(string name, byte[] bytes, string contentType = "application/octet-stream") =>
        Add(
            name,
            async (stream, cancellationToken) =>
            {
                await SayAsync(
                    stream,
                    $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\n\r\n",
                    cancellationToken
                );
                await stream.WriteAsync(bytes, cancellationToken);
            }
        );

    /// <summary>Answers as a test says, from the first byte on.</summary>
    public string Add(string name, Func<Stream, CancellationToken, Task> answer)
    {
        _answers[$"/{name}"] = answer;
        return $"{Origin}/{name}";
    }

    /// <summary>Answers with a status alone.</summary>
    public string AddStatus(string name, int status) =>
        Add(
            name,
            (stream, cancellationToken) =>
                SayAsync(stream, $"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n", cancellationToken)
        );

    public static Task SayAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken).AsTask();

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    private Task AnswerAsync(string request, Stream stream, CancellationToken cancellationToken)
    {
        var path = request.Split(' ')[1].Split('?')[0];
        return _answers.TryGetValue(path, out var answer)
            ? answer(stream, cancellationToken)
            : SayAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", cancellationToken);
    }
}
