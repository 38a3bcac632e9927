using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Server.Publishing.Requests.Answers;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>What is sent.</summary>
internal sealed class Messages(IOptions<JsonOptions> json)
{
    private const string Picture = nameof(PostAnswer.ThumbnailUrl);

    private JsonSerializerOptions Options => json.Value.SerializerOptions;

    /// <summary>An event with the document that goes with it.</summary>
    public string Of(string type, DateTimeOffset at, string data) => Of(type, at, JsonNode.Parse(data));

    /// <summary>An event of a post: the post as whoever asks for it sees it.</summary>
    public string Of(string type, DateTimeOffset at, PostAnswer post) => Of(type, at, MembersOf(post));

    /// <summary>A callback: the post, and what happened to it beside.</summary>
    public string Callback(string type, PostAnswer post)
    {
        var members = MembersOf(post);
        members.Insert(0, "type", type);
        return members.ToJsonString(Options);
    }

    // Whoever has a picture's address may look at the picture: it is not sent to others and not kept with what was sent.
    private JsonObject MembersOf(PostAnswer post)
    {
        var members = JsonSerializer.SerializeToNode(post, Options) as JsonObject ?? [];
        members.Remove(Options.PropertyNamingPolicy?.ConvertName(Picture) ?? Picture);
        return members;
    }

    private string Of(string type, DateTimeOffset at, JsonNode? data) =>
        new JsonObject
        {
            ["type"] = type,
            ["timestamp"] = JsonSerializer.SerializeToNode(at, Options),
            ["data"] = data,
        }.ToJsonString(Options);
}
