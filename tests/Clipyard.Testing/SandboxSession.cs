using System.Net;
using System.Net.Sockets;
using Clipyard.Sandbox;

namespace Clipyard.Testing;

/// <summary>A sandbox of its own and a client whose connections all end there, whatever host an address names.</summary>
public sealed class SandboxSession : IAsyncDisposable
{
    private readonly CancellationToken _cancellationToken;

    private SandboxSession(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        Sandbox = sandbox;
        Client = CreateClient();
    }

    /// <summary>The sandbox.</summary>
    public SandboxServer Sandbox { get; }

    /// <summary>Follows no redirect and keeps no cookie: tests see every answer as it is.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a sandbox for one test; the token ends every request of the session.</summary>
    public static async Task<SandboxSession> StartAsync(
        CancellationToken cancellationToken,
        SandboxOptions? options = null
    ) => new(await SandboxServer.StartAsync(options, cancellationToken), cancellationToken);

    /// <summary>Another client with its own connections.</summary>
    public HttpClient CreateClient() => new(CreateHandler());

    /// <summary>The handler behind <see cref="Client"/>: asks for <c>http://HOST/</c> go to the sandbox.</summary>
    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, Sandbox.Address.Port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

    /// <summary>Asks for an address as TikTok's pages write it; https becomes http on the way.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, headers);

    /// <summary>As <see cref="GetAsync"/>, with another method.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        var plain = address.StartsWith("https://", StringComparison.Ordinal) ? "http://" + address[8..] : address;
        var request = new HttpRequestMessage(method, plain);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _cancellationToken);
    }

    /// <summary>The text of an answer with status 200.</summary>
    public async Task<string> GetTextAsync(string address, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(address, headers);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(_cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
