using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clipyard.Tests.Client;

/// <summary>Answers every connection on loopback with the same bytes, whatever it is asked.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly byte[] _answer;
    private readonly Task _accepting;

    /// <param name="answer">Status line, headers and body; "Connection: close" belongs to it.</param>
    public RawServer(string answer)
    {
        _answer = Encoding.Latin1.GetBytes(answer.ReplaceLineEndings("\r\n"));
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The heads of the requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            var head = new StringBuilder();
            var octet = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(octet, _stop.Token) == 0)
                {
                    return;
                }

                head.Append((char)octet[0]);
            }

            _requests.Enqueue(head.ToString());
            await stream.WriteAsync(_answer, _stop.Token);
        }
        catch (IOException)
        {
            // Whoever asked has gone.
        }
    }
}
