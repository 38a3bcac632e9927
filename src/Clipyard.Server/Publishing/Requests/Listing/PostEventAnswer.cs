using System.Text.Json;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>A line of a post's log.</summary>
/// <param name="At">When.</param>
/// <param name="Type"><c>state</c> for a change of state, else what happened.</param>
/// <param name="State">The state after it.</param>
/// <param name="Status">The same in TikTok's words.</param>
/// <param name="Message">In a sentence; null when the state says it all.</param>
/// <param name="Data">What else is known; null for nothing.</param>
internal sealed record PostEventAnswer(
    DateTimeOffset At,
    string Type,
    PostState State,
    string Status,
    string? Message,
    JsonElement? Data
)
{
    public static PostEventAnswer Of(PostEvent line) =>
        new(
            line.At,
            line.Type,
            line.State,
            PostStates.StatusOf(line.State),
            line.Message,
            line.Data is null ? null : JsonElement.Parse(line.Data)
        );
}
