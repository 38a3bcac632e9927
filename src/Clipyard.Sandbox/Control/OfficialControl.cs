using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.OAuth;

namespace Clipyard.Sandbox.Control;

/// <summary>The official API from outside: consents, tasks, posts made, drafts, webhooks, settings, report.</summary>
internal sealed class OfficialControl(SandboxServer server)
{
    private OfficialApi Api => server.Official;

    public SandboxResponse? Handle(HttpRequest request, string[] parts, JsonObject body) =>
        (request.Method, parts) switch
        {
            ("POST", ["consent"]) => Consent(body),
            ("POST", ["connect"]) => Connect(body),
            ("GET", ["settings"]) => ControlJson.Answer(Api.Settings),
            ("PATCH", ["settings"]) => Change(body),
            ("GET", ["tasks"]) => ControlJson.Answer(Api.Tasks),
            ("GET", ["published"]) => Published(request),
            ("POST", ["published", var id, "visibility"]) => Done(
                Api.SetVisibility(id, ControlJson.Read<PostVisibility>(Required(body, "visibility")))
            ),
            ("GET", ["webhooks"]) => ControlJson.Answer(Api.Deliveries),
            ("GET", ["report"]) => ControlJson.Answer(Api.Report.Findings),
            ("GET", ["creators", var name, "drafts"]) => ControlJson.Answer(Api.Inbox.Drafts(name)),
            ("GET", ["creators", var name, "notifications"]) => ControlJson.Answer(Api.Inbox.Notifications(name)),
            ("GET", ["creators", var name, "apps"]) => ControlJson.Answer(Api.Inbox.Apps(name)),
            ("DELETE", ["creators", var name, "apps", var key]) => Done(Api.Inbox.Disconnect(name, key)),
            ("POST", ["drafts", var id, "post"]) => Post(id, body),
            ("POST", ["drafts", var id, "discard"]) => Done(Api.Inbox.Discard(id)),
            _ => null,
        };

    private SandboxResponse Consent(JsonObject body)
    {
        var location = Api.Consent(
            new Uri(Text(Required(body, "authorize_url"))),
            Text(Required(body, "creator")),
            Texts(body["scopes"])
        );
        return ControlJson.Answer(new JsonObject { ["location"] = location.AbsoluteUri });
    }

    private SandboxResponse Connect(JsonObject body)
    {
        var key = body["client_key"] is { } given ? Text(given) : Official.Apps.DemoApps.AuditedKey;
        var scopes = Texts(body["scopes"]) ?? [];
        return TokenAnswers.Answer(Api.Connect(Text(Required(body, "creator")), key, [.. scopes]));
    }

    private SandboxResponse Change(JsonObject body)
    {
        var merged = ControlJson.Write(Api.Settings);
        foreach (var (name, value) in body)
        {
            merged[name] = value?.DeepClone();
        }

        Api.Settings = ControlJson.Read<OfficialSettings>(merged);
        return ControlJson.Answer(Api.Settings);
    }

    private SandboxResponse Published(HttpRequest request)
    {
        var posts = Api.Published.AsEnumerable();
        if (request.Query["sha256"].ToString() is { Length: > 0 } hash)
        {
            posts = posts.Where(post => post.Sha256.Contains(hash, StringComparer.OrdinalIgnoreCase));
        }

        return ControlJson.Answer(posts);
    }

    private SandboxResponse Post(string id, JsonObject body)
    {
        var caption = body["caption"]?.GetValue<string>();
        return Api.Inbox.Post(id, caption, body["privacy_level"]?.GetValue<string>()) is { } post
            ? ControlJson.Answer(post, 201)
            : Missing();
    }

    private static JsonNode Required(JsonObject body, string name) =>
        body[name] ?? throw new FormatException($"'{name}' is missing.");

    private static string Text(JsonNode node) => node.GetValue<string>();

    private static IReadOnlyList<string>? Texts(JsonNode? node) =>
        node is null ? null : ControlJson.Read<IReadOnlyList<string>>(node);

    private static SandboxResponse Done(bool found) => found ? SandboxResponse.Text("", 204) : Missing();

    private static SandboxResponse Missing() => ControlJson.Error(404, "There is no such thing.");
}
