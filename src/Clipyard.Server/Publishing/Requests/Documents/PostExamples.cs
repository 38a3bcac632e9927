using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;

namespace Clipyard.Server.Publishing.Requests.Documents;

/// <summary>Requests as they look in practice: one made from the schema would name every member, contradictions among them.</summary>
internal static class PostExamples
{
    public const string Make = """
        {
          "source": { "clip_id": "7123456789012345678" },
          "mode": "direct",
          "content": "Caption #tag",
          "privacy_level": "SELF_ONLY",
          "schedule_time": "2026-12-01T18:00",
          "schedule_zone": "Asia/Bangkok"
        }
        """;

    public const string MakeFromAddress = """
        {
          "content": "Caption #tag",
          "platforms": ["tiktok"],
          "video_url": "https://example.com/video.mp4",
          "auto_approve": false,
          "schedule_time": "2026-12-01T18:00:00+07:00",
          "callback_url": "https://n8n.example.com/webhook-waiting/123"
        }
        """;

    public const string Patch = """
        {
          "revision": 7,
          "content": "A better caption #tag",
          "schedule_time": "2026-12-01T19:00:00+07:00"
        }
        """;

    public const string Approve = """{ "version": "0f1e2d3c4b5a69788796a5b4c3d2e1f0" }""";

    public const string Reject = """{ "reason": "The caption names a brand." }""";

    public const string ApprovalLink = """{ "expires_in_hours": 72 }""";

    public const string Retry = """{ "not_posted": false }""";

    /// <summary>Shows a body in the document.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder route, string body)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                foreach (var content in operation.RequestBody?.Content?.Values ?? [])
                {
                    content.Example = JsonNode.Parse(body);
                }

                return Task.CompletedTask;
            }
        );
}
