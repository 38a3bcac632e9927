using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Intercept;

/// <summary>
/// A proxy on loopback for programs that know nothing of the sandbox: it ends their TLS with a certificate for the name
/// they asked for and hands the plain bytes to the sandbox. Names that are not TikTok's are refused.
/// </summary>
internal sealed class InterceptProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly ThrowAwayAuthority _authority;
    private readonly IPEndPoint _sandbox;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    public InterceptProxy(int port, ThrowAwayAuthority authority, int sandboxPort)
    {
        _authority = authority;
        _sandbox = new IPEndPoint(IPAddress.Loopback, sandboxPort);
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_stopping.Token);
                open.RemoveAll(task => task.IsCompleted);
                open.Add(ServeAsync(client));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                break;
            }
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var client = new NetworkStream(socket, ownsSocket: true);
        try
        {
            if (await ProxyRequest.ReadAsync(client, _stopping.Token) is { } request)
            {
                await (request.Method is "CONNECT" ? TunnelAsync(client, request) : ForwardAsync(client, request));
            }
        }
        catch (Exception error)
            when (error is IOException or SocketException or OperationCanceledException or AuthenticationException)
        {
            // The client or the sandbox broke off: with faults in force that is what was wanted. Pass it on as a reset.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    private async Task TunnelAsync(NetworkStream client, ProxyRequest request)
    {
        var colon = request.Target.LastIndexOf(':');
        var host = colon < 0 ? request.Target : request.Target[..colon];
        if (!IsStandIn(host))
        {
            await RefuseAsync(client, host);
            return;
        }

        await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _stopping.Token);
        await using var tls = new SslStream(client, leaveInnerStreamOpen: true);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = _authority.For(host),
                ApplicationProtocols = [SslApplicationProtocol.Http11],
            },
            _stopping.Token
        );
        await RelayAsync(tls, []);
    }

    /// <summary>A plain request in absolute form (<c>GET http://host/path</c>).</summary>
    private async Task ForwardAsync(NetworkStream client, ProxyRequest request)
    {
        if (!Uri.TryCreate(request.Target, UriKind.Absolute, out var address) || !IsStandIn(address.Host))
        {
            await RefuseAsync(client, request.Target);
            return;
        }

        // One request a connection: the next one may be for another host.
        var head = new StringBuilder($"{request.Method} {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Host}\r\n");
        foreach (var header in request.Headers.Where(IsPassedOn))
        {
            head.Append(header).Append("\r\n");
        }

        head.Append("Connection: close\r\n\r\n");
        await RelayAsync(client, [.. Encoding.Latin1.GetBytes(head.ToString()), .. request.Rest]);
    }

    private async Task RelayAsync(Stream client, byte[] first)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(_sandbox, _stopping.Token);
        await using var sandbox = new NetworkStream(socket);
        await sandbox.WriteAsync(first, _stopping.Token);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var up = client.CopyToAsync(sandbox, done.Token);
        var down = sandbox.CopyToAsync(client, done.Token);
        await Task.WhenAny(up, down);

        // Either side has said its last word; what the other still sends has no reader.
        if (up.IsCompleted && !down.IsCompleted)
        {
            await done.CancelAsync();
        }

        if (down.IsCompletedSuccessfully && client is SslStream tls)
        {
            await tls.ShutdownAsync();
        }

        await done.CancelAsync();
        await down.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (down.Exception?.InnerException is IOException broken)
        {
            throw broken;
        }
    }

    private static bool IsPassedOn(string header) =>
        !header.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)
        && !header.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)
        && !header.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);

    private static bool IsStandIn(string host) =>
        TikTokHosts.Classify(host) is not (HostKind.Foreign or HostKind.Loopback);

    private async Task RefuseAsync(NetworkStream client, string target)
    {
        var body = Encoding.UTF8.GetBytes($"The sandbox stands in for TikTok only; it has no way to {target}.\n");
        var head =
            $"HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await client.WriteAsync(Encoding.ASCII.GetBytes(head), _stopping.Token);
        await client.WriteAsync(body, _stopping.Token);
    }
}
