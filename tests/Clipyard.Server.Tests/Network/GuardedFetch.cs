using System.Net;
using Clipyard.Server.Network;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tests.Network;

/// <summary>The guard with name servers and a network that a test makes up.</summary>
internal sealed class GuardedFetch : IHostResolver, IDialer, IDisposable
{
    private readonly Dictionary<string, Queue<string[]>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<IPEndPoint, Stream>? _dial;
    private readonly SocketDialer _sockets = new();
    private readonly List<IPEndPoint> _dialed = [];

    public GuardedFetch(
        NetworkOptions? options = null,
        Uri? sandbox = null,
        Func<IPEndPoint, Stream>? dial = null,
        TimeProvider? time = null
    )
    {
        _dial = dial;
        var settings = Options.Create(options ?? new NetworkOptions());
        var trusted = new TrustedOrigins(settings, Options.Create(new ServerOptions { TikTokAddress = sandbox }));
        Http = new GuardedHttp(
            new AddressForm(trusted),
            new GuardedConnector(trusted, this, this),
            settings,
            time ?? TimeProvider.System
        );
    }

    public GuardedHttp Http { get; }

    /// <summary>Names that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Where connections were made to, in order.</summary>
    public IReadOnlyList<IPEndPoint> Dialed => _dialed;

    /// <summary>Options that trust a peer.</summary>
    public static NetworkOptions Trusting(params Uri[] origins)
    {
        var options = new NetworkOptions();
        foreach (var origin in origins)
        {
            options.TrustedOrigins.Add(origin.GetLeftPart(UriPartial.Authority));
        }

        return options;
    }

    /// <summary>A name's answers: the first to the first question, the last to all that follow.</summary>
    public void Name(string host, params string[][] answers) => _names[host] = new Queue<string[]>(answers);

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked.Add(host);
        var answers = _names[host];
        var now = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return Task.FromResult(Array.ConvertAll(now, IPAddress.Parse));
    }

    public async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        _dialed.Add(address);
        return _dial is null ? await _sockets.ConnectAsync(address, cancellationToken) : _dial(address);
    }

    public void Dispose() => Http.Dispose();
}
