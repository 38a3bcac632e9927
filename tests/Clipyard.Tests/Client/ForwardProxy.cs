using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clipyard.Tests.Client;

/// <summary>A proxy for plain http on loopback: one request a connection, remembered and passed on.</summary>
internal sealed class ForwardProxy : IAsyncDisposable
{
    private static readonly byte[] PasswordPlease = Encoding.ASCII.GetBytes(
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n"
    );

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;
    private readonly string? _authorization;

    /// <param name="password">What it asks of everybody, as <c>user:word</c>; null lets everybody through.</param>
    public ForwardProxy(string? password = null)
    {
        _authorization = password is null
            ? null
            : "Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(password));
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The heads of the requests that were passed on, whole.</summary>
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
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var inbound = client.GetStream();
            var head = await ReadHeadAsync(inbound);
            if (head.Length == 0)
            {
                return;
            }

            if (_authorization is not null && !head.Contains(_authorization + "\r\n", StringComparison.Ordinal))
            {
                await inbound.WriteAsync(PasswordPlease, _stop.Token);
                return;
            }

            _requests.Enqueue(head);
            await ForwardAsync(head, inbound);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // Whoever asked has gone, or the test is over.
        }
    }

    private async Task ForwardAsync(string head, NetworkStream inbound)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var target = new Uri(lines[0].Split(' ')[1]);
        var headers = lines
            .Skip(1)
            .Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase))
            .Where(line => !line.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase));
        var forwarded =
            $"GET {target.PathAndQuery} HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\nConnection: close\r\n\r\n";

        using var outbound = new TcpClient();
        await outbound.ConnectAsync(target.Host, target.Port, _stop.Token);
        await outbound.GetStream().WriteAsync(Encoding.ASCII.GetBytes(forwarded), _stop.Token);
        await outbound.GetStream().CopyToAsync(inbound, _stop.Token);
    }

    private async Task<string> ReadHeadAsync(NetworkStream inbound)
    {
        var head = new StringBuilder();
        var octet = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await inbound.ReadAsync(octet, _stop.Token) == 0)
            {
                return "";
            }

            head.Append((char)octet[0]);
        }

        return head.ToString();
    }
}
