using System.Text.Json.Nodes;
using System.Threading.Channels;
using Clipyard.Sandbox.Official.Apps;

namespace Clipyard.Sandbox.Official.Webhooks;

/// <summary>Events by number. Whoever uses it holds the gate of <see cref="OfficialState"/>; waking needs none.</summary>
internal sealed class WebhookQueue
{
    private readonly SortedDictionary<long, WebhookDelivery> _deliveries = [];
    private readonly HashSet<long> _open = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private long _last;

    public IReadOnlyCollection<WebhookDelivery> All => _deliveries.Values;

    /// <summary>Those that will be tried again, or for the first time.</summary>
    public IReadOnlyList<WebhookDelivery> Open => [.. _open.Select(id => _deliveries[id])];

    public WebhookDelivery Add(SandboxApp app, string name, string? openId, JsonObject content, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["client_key"] = app.ClientKey,
            ["event"] = name,
            ["create_time"] = now.ToUnixTimeSeconds(),
        };
        if (openId is not null)
        {
            body["user_openid"] = openId;
        }

        body["content"] = content.ToJsonString();
        var delivery = new WebhookDelivery
        {
            Id = ++_last,
            ClientKey = app.ClientKey,
            Event = name,
            Url = app.WebhookUrl ?? "",
            Body = body.ToJsonString(Relaxed),
            CreatedAt = now,
            NextAttempt = now,
        };
        Put(delivery);
        Wake();
        return delivery;
    }

    public void Put(WebhookDelivery delivery)
    {
        _deliveries[delivery.Id] = delivery;
        if (delivery.NextAttempt is null)
        {
            _open.Remove(delivery.Id);
        }
        else
        {
            _open.Add(delivery.Id);
        }
    }

    /// <summary>The delivery as it is now; null when everything was reset meanwhile.</summary>
    public WebhookDelivery? Find(long id) => _deliveries.GetValueOrDefault(id);

    public void Clear()
    {
        _deliveries.Clear();
        _open.Clear();
    }

    /// <summary>Something may be due.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _wake.Reader.ReadAsync(cancellationToken);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
