using System.Net;
using System.Net.Sockets;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>What a browser reaches the server through. It can be cut while something is on its way, and mended.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Task _accepting;
    private IPEndPoint? _server;
    private long _room = long.MaxValue;
    private long _sent;

    public Cable()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>For the browser: its proxy. The server understands what browsers send to proxies.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>How many bytes got through to the server.</summary>
    public long SentBytes => Interlocked.Read(ref _sent);

    /// <summary>Ends when it is cut.</summary>
    public Task WasCutAsync(CancellationToken cancellationToken) => _cut.Task.WaitAsync(cancellationToken);

    public void LeadTo(Uri server) => _server = IPEndPoint.Parse(server.Authority);

    /// <summary>Lets so many bytes through to the server; then every connection breaks, and no other comes about.</summary>
    public void CutAfter(long bytes)
    {
        lock (_lock)
        {
            _room = bytes;
        }
    }

    public void Mend() => CutAfter(long.MaxValue);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Break();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptSocketAsync(_stop.Token);
                _ = CarryAsync(browser);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private async Task CarryAsync(Socket browser)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using (browser)
        {
            try
            {
                if (!Opens(browser, server))
                {
                    return;
                }

                await server.ConnectAsync(_server ?? throw new InvalidOperationException("It leads nowhere."));
                await Task.WhenAny(PumpAsync(browser, server, Passes), PumpAsync(server, browser, static _ => true));
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // Either end went, as ends of cables do.
            }
            finally
            {
                lock (_lock)
                {
                    _open.Remove(browser);
                    _open.Remove(server);
                }
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Func<int, bool> passes)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes, _stop.Token) is > 0 and var count && passes(count))
            {
                await to.SendAsync(bytes.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // As above; the other direction ends with this one.
        }
    }

    private bool Opens(Socket browser, Socket server)
    {
        lock (_lock)
        {
            if (_room <= 0)
            {
                return false;
            }

            _open.Add(browser);
            _open.Add(server);
            return true;
        }
    }

    private bool Passes(int bytes)
    {
        lock (_lock)
        {
            _room -= bytes;
            if (_room > 0)
            {
                _sent += bytes;
                return true;
            }
        }

        Break();
        _cut.TrySetResult();
        return false;
    }

    private void Break()
    {
        Socket[] open;
        lock (_lock)
        {
            open = [.. _open];
            _open.Clear();
        }

        foreach (var socket in open)
        {
            socket.Dispose();
        }
    }
}
