using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clipyard.Server.Tests.Network;

/// <summary>A host on loopback that answers each connection's request as a test says, byte by byte.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _running;

    public Peer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = RunAsync();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>The requests' heads, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers every request with the same bytes.</summary>
    public static Peer Saying(string answer) =>
        new((_, stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token).AsTask());

    /// <summary>Redirects every request.</summary>
    public static Peer Redirecting(string location, int status = 302) =>
        Saying($"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        try
        {
            var head = await HeadAsync(stream);
            if (head.Length > 0)
            {
                Requests.Add(head);
                await _answer(head, stream, _end.Token);
            }
        }
        catch (IOException)
        {
            // The caller hung up.
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
            {
                return "";
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
