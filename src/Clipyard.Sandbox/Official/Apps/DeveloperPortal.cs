using System.Text.Json.Nodes;

namespace Clipyard.Sandbox.Official.Apps;

/// <summary>What a developer does in TikTok's portal: apps, URL properties, test events.</summary>
public sealed class DeveloperPortal
{
    private readonly OfficialState _state;

    internal DeveloperPortal(OfficialState state) => _state = state;

    /// <summary>The registered apps.</summary>
    public IReadOnlyList<SandboxApp> Apps => _state.Apps;

    /// <summary>The app of that key; null without one.</summary>
    public SandboxApp? FindApp(string clientKey) => _state.FindApp(clientKey);

    /// <summary>Registers an app, or replaces the one of that key.</summary>
    /// <exception cref="ArgumentException">A redirect or webhook address that the portal would refuse.</exception>
    public void PutApp(SandboxApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _state.PutApp(app);
    }

    /// <summary>Removes an app. Its tokens are dead from then on.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveApp(string clientKey) => _state.RemoveApp(clientKey);

    /// <summary>Adds a place that the app says it owns, without a proof yet.</summary>
    /// <exception cref="ArgumentException">No such app, or a place that TikTok does not take.</exception>
    public UrlProperty AddProperty(string clientKey, UrlPropertyKind kind, string value)
    {
        UrlPropertyRules.Check(kind, value);
        var property = new UrlProperty
        {
            Kind = kind,
            Value = value,
            Token = _state.World.Sampler.Hex($"property/{clientKey}/{kind}/{value}"),
        };
        Change(clientKey, app => [.. app.UrlProperties.Where(known => known.Value != value), property]);
        return property;
    }

    /// <summary>Looks for the proof: fetches the file of a prefix. A domain's DNS record is given by hand.</summary>
    /// <param name="clientKey">The app.</param>
    /// <param name="value">The place.</param>
    /// <param name="dnsText">The TXT record of a domain.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Whether it is proved now.</returns>
    /// <exception cref="ArgumentException">No such app or place.</exception>
    public async Task<bool> VerifyAsync(
        string clientKey,
        string value,
        string? dnsText = null,
        CancellationToken cancellationToken = default
    )
    {
        var property =
            FindApp(clientKey)?.UrlProperties.FirstOrDefault(known => known.Value == value)
            ?? throw new ArgumentException($"'{value}' is no property of '{clientKey}'.", nameof(value));
        var proved =
            property.Kind == UrlPropertyKind.Domain
                ? string.Equals(dnsText?.Trim(), property.Proof, StringComparison.Ordinal)
                : await PropertyProof.IsServedAsync(property, cancellationToken);
        if (proved)
        {
            var verified = property with { Verified = true };
            Change(clientKey, app => [.. app.UrlProperties.Select(known => known.Value == value ? verified : known)]);
        }

        return proved;
    }

    /// <summary>Sends an event to the app's webhook address, as the portal's button does.</summary>
    /// <exception cref="ArgumentException">No such app, or it has no webhook address.</exception>
    public void SendTestEvent(string clientKey, string name = "authorization.removed")
    {
        if (FindApp(clientKey) is not { WebhookUrl: not null } app)
        {
            throw new ArgumentException($"'{clientKey}' has no webhook address.", nameof(clientKey));
        }

        lock (_state.Gate)
        {
            _state.Webhooks.Add(app, name, openId: null, new JsonObject { ["reason"] = 0 }, _state.Clock.Now);
        }
    }

    private void Change(string clientKey, Func<SandboxApp, IReadOnlyList<UrlProperty>> properties)
    {
        lock (_state.Gate)
        {
            var app =
                FindApp(clientKey) ?? throw new ArgumentException($"There is no app '{clientKey}'.", nameof(clientKey));
            _state.PutApp(app with { UrlProperties = properties(app) });
        }
    }
}
