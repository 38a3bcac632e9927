using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Official.Reports;
using Clipyard.Sandbox.Official.Webhooks;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official;

/// <summary>Everything the official API remembers. <see cref="Gate"/> is held by whoever reads or changes it.</summary>
internal sealed class OfficialState(SandboxWorld world, SandboxClock clock, SandboxFaults faults) : IDisposable
{
    private readonly Dictionary<string, SandboxApp> _apps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishTask> _uploads = new(StringComparer.Ordinal);
    private long _lastNumber;

    public Lock Gate { get; } = new();

    public SandboxWorld World => world;

    public SandboxClock Clock => clock;

    public SandboxFaults Faults => faults;

    public OfficialSettings Settings { get; set; } = new();

    public TokenStore Tokens { get; } = new(world.Sampler);

    public ConformanceReport Report { get; } = new();

    public UploadSpool Spool { get; } = new();

    public WebhookQueue Webhooks { get; } = new();

    public List<PublishedPost> Published { get; } = [];

    public List<Notification> Notifications { get; } = [];

    /// <summary>Tasks that something will still happen to by itself.</summary>
    public HashSet<PublishTask> Waiting { get; } = [];

    public IReadOnlyCollection<PublishTask> Tasks => _tasks.Values;

    public IReadOnlyList<SandboxApp> Apps
    {
        get
        {
            lock (Gate)
            {
                return [.. _apps.Values];
            }
        }
    }

    public SandboxApp? FindApp(string? key)
    {
        lock (Gate)
        {
            return key is null ? null : _apps.GetValueOrDefault(key);
        }
    }

    /// <exception cref="ArgumentException">A redirect or webhook address that the portal would refuse.</exception>
    public void PutApp(SandboxApp app)
    {
        RedirectRules.Check(app.RedirectUris);
        if (
            app.WebhookUrl is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && LoopbackWildcard.IsSecureOrLoopback(parsed))
        )
        {
            throw new ArgumentException("Webhooks go to https, or to http on loopback.", nameof(app));
        }

        lock (Gate)
        {
            _apps[app.ClientKey] = app;
        }
    }

    public bool RemoveApp(string key)
    {
        lock (Gate)
        {
            return _apps.Remove(key);
        }
    }

    /// <summary>A number of 19 digits that this sandbox has not used.</summary>
    public string NextNumber() =>
        (7_650_000_000_000_000_000 + Interlocked.Increment(ref _lastNumber)).ToString(CultureInfo.InvariantCulture);

    public void AddTask(PublishTask task)
    {
        _tasks[task.PublishId] = task;
        _uploads[task.UploadId] = task;
    }

    public PublishTask? FindTask(string publishId) => _tasks.GetValueOrDefault(publishId);

    public PublishTask? FindUpload(string? id, string? token) =>
        id is not null && _uploads.TryGetValue(id, out var task) && !task.Plan.IsPull && task.UploadToken == token
            ? task
            : null;

    /// <summary>Ends an app's access to an account and says so to the app.</summary>
    /// <param name="clientKey">The app.</param>
    /// <param name="username">The account.</param>
    /// <param name="reason">TikTok's number: 1 by the user, 2 account deleted, 3 age, 4 banned, 5 by the developer.</param>
    public bool Disconnect(string clientKey, string username, int reason)
    {
        if (!Tokens.Revoke(clientKey, username))
        {
            return false;
        }

        Emit(clientKey, username, "authorization.removed", new JsonObject { ["reason"] = reason });
        return true;
    }

    public void Emit(string clientKey, string username, string name, JsonObject content)
    {
        if (_apps.GetValueOrDefault(clientKey) is { WebhookUrl: not null } app)
        {
            Webhooks.Add(app, name, Tokens.OpenId(clientKey, username), content, clock.Now);
        }
    }

    public void Clear()
    {
        lock (Gate)
        {
            foreach (var task in _tasks.Values)
            {
                task.Stop.Cancel();
            }

            _apps.Clear();
            _tasks.Clear();
            _uploads.Clear();
            Waiting.Clear();
            Published.Clear();
            Notifications.Clear();
            Tokens.Clear();
            Webhooks.Clear();
            Report.Clear();
            Settings = new OfficialSettings();
            Spool.Clear();
        }
    }

    public void Dispose()
    {
        foreach (var task in _tasks.Values)
        {
            task.Receiver?.Dispose();
        }

        Spool.Dispose();
    }
}
