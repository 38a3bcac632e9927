using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clipyard.Sandbox.Control;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Intercept;
using Clipyard.Sandbox.Journals;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Worlds;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Clipyard.Sandbox;

/// <summary>
/// A stand-in for TikTok's public site and its media hosts, on one loopback port in plain HTTP. Which of them a request
/// is for stands in its Host header, as with the real ones; addresses in pages are real ones too.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly ServiceProvider _services;
    private readonly Answers _answers;
    private uint _lastPost;
    private ThrowAwayAuthority? _authority;
    private Intercept.InterceptProxy? _proxy;
    private string? _temporaryFile;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SandboxServer(SandboxOptions options, byte[]? capturedPage)
    {
        Options = options;
        Clock = new SandboxClock(options.TimeProvider ?? TimeProvider.System);
        World = new SandboxWorld(new Sampler(options.Seed));
        Journal = new SandboxJournal(options.JournalCapacity);
        if (options.DemoWorld)
        {
            DemoWorldBuilder.Fill(World);
        }

        var chain = new ChainToken(World.Sampler);
        _answers = new Answers(World, Clock, chain, options, capturedPage);
        var official = new OfficialState(World, Clock, Faults);
        Official = new OfficialApi(
            official,
            new OfficialApplication(official, RateLimits, NewPostId),
            options.DemoWorld
        );
        Application = new SandboxApplication(
            World,
            Clock,
            Faults,
            RateLimits,
            Journal,
            chain,
            _answers,
            Official.Application,
            new ControlInterface(this)
        );
        _services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        _server = new KestrelServer(
            Microsoft.Extensions.Options.Options.Create(ServerOptions(options)),
            new SocketTransportFactory(
                Microsoft.Extensions.Options.Options.Create(new SocketTransportOptions()),
                NullLoggerFactory.Instance
            ),
            NullLoggerFactory.Instance
        );
    }

    /// <summary>How it was started.</summary>
    public SandboxOptions Options { get; }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The CONNECT proxy that answers as the real host names; null without <see cref="SandboxOptions.Intercept"/>.</summary>
    public Uri? InterceptProxy => _proxy?.Address;

    /// <summary>The proxy's certificate authority (PEM); null without <see cref="SandboxOptions.Intercept"/>.</summary>
    public string? CertificateAuthorityFile { get; private set; }

    /// <summary>The sandbox's clock: expiry of addresses, creation times in them, rate limits.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The accounts, posts and short links.</summary>
    public SandboxWorld World { get; }

    /// <summary>What goes wrong.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>How many requests a minute pass.</summary>
    public RateLimits RateLimits { get; } = new();

    /// <summary>What was asked so far.</summary>
    public SandboxJournal Journal { get; }

    /// <summary>The official API: apps, consents, drafts, posts made, webhooks.</summary>
    public OfficialApi Official { get; }

    private SandboxApplication Application { get; }

    /// <summary>Starts a sandbox and returns when it listens.</summary>
    /// <exception cref="IOException">A port is taken, or the captured page cannot be read.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new SandboxOptions();
        var page = options.PageFile is { } file ? await File.ReadAllBytesAsync(file, cancellationToken) : null;
        var sandbox = new SandboxServer(options, page);
        try
        {
            await sandbox.ListenAsync(cancellationToken);
            await sandbox.InterceptAsync(cancellationToken);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a plain video, made now by the sandbox's clock.</summary>
    /// <param name="creator">The username of an account in the world.</param>
    /// <param name="caption">Its text.</param>
    /// <param name="sizeBytes">
    /// Total bytes of the file; null takes the clip as it is. A bigger file is the clip and one trailing <c>free</c> box,
    /// made while it is sent.
    /// </param>
    /// <exception cref="ArgumentException">The size is below that of the clip.</exception>
    public SandboxPost AddVideo(string creator, string caption = "", long? sizeBytes = null)
    {
        var post = new SandboxPost
        {
            Id = NewPostId(),
            Creator = creator,
            Caption = caption,
            Renditions = [PlainRendition(sizeBytes)],
        };
        World.AddPost(post);
        return post;
    }

    /// <summary>From now on, a list asked for by this device id is the same page for ever.</summary>
    public void BanDevice(string deviceId) => _answers.Lists.BanDevice(deviceId);

    /// <summary>Takes back every change: world as at the start, no faults, no limits, no bans, empty journal, clock unmoved.</summary>
    public void Reset()
    {
        Faults.Clear();
        RateLimits.Clear();
        Journal.Clear();
        Clock.Reset();
        _answers.Lists.AllowAllDevices();
        World.Clear();
        if (Options.DemoWorld)
        {
            DemoWorldBuilder.Fill(World);
        }

        Official.Reset(Options.DemoWorld);
    }

    /// <summary>Waits until the sandbox is disposed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _stopped.Task.WaitAsync(cancellationToken);

    /// <summary>Stops listening and cuts open connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        _authority?.Dispose();
        if (_temporaryFile is not null)
        {
            File.Delete(_temporaryFile);
        }

        // A cancelled token: connections that still stream are cut, not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        await Official.DisposeAsync();
        await _services.DisposeAsync();
        _stopped.TrySetResult();
    }

    internal string NewPostId() =>
        (((ulong)Clock.Now.ToUnixTimeSeconds() << 32) | (0x5A000000 + Interlocked.Increment(ref _lastPost))).ToString(
            CultureInfo.InvariantCulture
        );

    internal static SandboxRendition PlainRendition(long? sizeBytes) =>
        new()
        {
            Clip = "tide.mp4",
            Gear = "normal_540_0",
            Quality = "540p",
            SizeBytes = sizeBytes,
        };

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(Application, cancellationToken);
        var addresses = _server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Address = new Uri(addresses.First());
    }

    private async Task InterceptAsync(CancellationToken cancellationToken)
    {
        if (!Options.Intercept)
        {
            return;
        }

        _authority = new ThrowAwayAuthority();
        _temporaryFile = Options.CertificateAuthorityFile is null ? Path.GetTempFileName() : null;
        CertificateAuthorityFile = Options.CertificateAuthorityFile ?? _temporaryFile;
        await File.WriteAllTextAsync(CertificateAuthorityFile!, _authority.Pem, cancellationToken);
        try
        {
            _proxy = new Intercept.InterceptProxy(Options.InterceptPort, _authority, Address.Port);
        }
        catch (SocketException error)
        {
            throw new IOException($"Port {Options.InterceptPort} of the proxy is not free: {error.Message}", error);
        }
    }

    private KestrelServerOptions ServerOptions(SandboxOptions options)
    {
        var server = new KestrelServerOptions { ApplicationServices = _services, AddServerHeader = false };
        server.Limits.MaxResponseBufferSize = 1024 * 1024;
        server.Limits.MaxRequestBodySize = null;
        server.Limits.MinRequestBodyDataRate = null;
        server.Limits.MinResponseDataRate = null;
        server.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        return server;
    }
}
