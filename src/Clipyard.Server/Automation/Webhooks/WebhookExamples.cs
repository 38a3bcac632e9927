namespace Clipyard.Server.Automation.Webhooks;

/// <summary>Requests as they look in practice.</summary>
internal static class WebhookExamples
{
    public const string Make = """
        {
          "url": "https://hooks.example.com/clipyard",
          "events": ["post.in_inbox", "post.published", "post.failed"],
          "description": "The editorial team's channel"
        }
        """;

    public const string Patch = """{ "enabled": true }""";

    public const string Replay = """{ "since": "2026-12-01T00:00:00Z" }""";
}
