using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Apps;

namespace Clipyard.Sandbox.Control;

/// <summary>The developers' portal from outside: apps, URL properties, test events.</summary>
internal sealed class PortalControl(SandboxServer server)
{
    private DeveloperPortal Portal => server.Official.Portal;

    public async Task<SandboxResponse?> HandleAsync(
        HttpRequest request,
        string[] parts,
        JsonObject body,
        CancellationToken cancellationToken
    ) =>
        (request.Method, parts) switch
        {
            ("GET", ["apps"]) => ControlJson.Answer(Portal.Apps),
            ("POST", ["apps"]) => Put(body, 201),
            ("PATCH", ["apps", var key]) => Change(key, body),
            ("DELETE", ["apps", var key]) => Portal.RemoveApp(key) ? SandboxResponse.Text("", 204) : Missing(),
            ("POST", ["apps", var key, "properties"]) => AddProperty(key, body),
            ("POST", ["apps", var key, "properties", "verify"]) => await VerifyAsync(key, body, cancellationToken),
            ("POST", ["apps", var key, "test-event"]) => TestEvent(key, body),
            _ => null,
        };

    private SandboxResponse Put(JsonObject body, int status)
    {
        var app = ControlJson.Read<SandboxApp>(body);
        Portal.PutApp(app);
        return ControlJson.Answer(app, status);
    }

    private SandboxResponse Change(string key, JsonObject body)
    {
        if (Portal.FindApp(key) is not { } app)
        {
            return Missing();
        }

        var merged = ControlJson.Write(app);
        foreach (var (name, value) in body)
        {
            merged[name] = value?.DeepClone();
        }

        merged["client_key"] = key;
        return Put(merged, 200);
    }

    private SandboxResponse AddProperty(string key, JsonObject body)
    {
        var kind = ControlJson.Read<UrlPropertyKind>(body["kind"] ?? throw new FormatException("'kind' is missing."));
        var property = Portal.AddProperty(key, kind, Value(body));
        return ControlJson.Answer(
            new JsonObject
            {
                ["value"] = property.Value,
                ["token"] = property.Token,
                ["proof"] = property.Proof,
                ["file_name"] = kind == UrlPropertyKind.UrlPrefix ? property.FileName : null,
            },
            201
        );
    }

    private async Task<SandboxResponse> VerifyAsync(string key, JsonObject body, CancellationToken cancellationToken)
    {
        var dnsText = body["dns_text"]?.GetValue<string>();
        var verified = await Portal.VerifyAsync(key, Value(body), dnsText, cancellationToken);
        return ControlJson.Answer(new JsonObject { ["verified"] = verified });
    }

    private SandboxResponse TestEvent(string key, JsonObject body)
    {
        Portal.SendTestEvent(key, body["event"]?.GetValue<string>() ?? "authorization.removed");
        return SandboxResponse.Text("", 202);
    }

    private static string Value(JsonObject body) =>
        body["value"]?.GetValue<string>() ?? throw new FormatException("'value' is missing.");

    private static SandboxResponse Missing() => ControlJson.Error(404, "There is no such app.");
}
