using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>The parameters that stand in many routes under the same name.</summary>
internal static class KnownParameters
{
    private static readonly FrozenDictionary<string, KnownParameter> ByName = new Dictionary<string, KnownParameter>(
        StringComparer.Ordinal
    )
    {
        ["limit"] = Number("At most so many rows, 1 to 1,000.", 100, 1, PageLimit.Maximum),
        ["cursor"] = Text("`next_cursor` of the page before; leave it out for the first page.", "eyJhdCI6MX0"),
        ["student_id"] = Text(
            "Your own id of the student: 1 to 128 characters.",
            "123e4567-e89b-12d3-a456-426614174000",
            128
        ),
        ["video_id"] = Text("TikTok's id of the post, as digits.", "7123456789012345678", 20),
        ["max_videos"] = Number("How many posts: 1 to 500, 10 unless given.", 10, 1, 500),
        ["random_selection"] = Flag("Choose at random among all posts of the creator instead of the newest."),
        ["audio_only"] = Flag("Keep the sound alone."),
        ["force"] = Flag("Fetch again what is kept already."),
        ["cancel_post"] = new(
            "true: posts that are under way are cancelled first.",
            JsonValue.Create(false),
            () => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) }
        ),
        ["quality"] = Text(
            "`best`, `compatible` (unless given), `hd`, `sd`, `ld`, `mobile`, `worst` or `audio`.",
            "best"
        ),
        ["url"] = Text(
            "A post's address, as TikTok's pages and apps share it.",
            "https://www.tiktok.com/@cool_student/video/7123456789012345678"
        ),
        ["code"] = Text("A failure's code.", "student_not_linked"),
        ["key"] = Text("The object's key in the store.", "tiktok/cool_student/7123456789012345678.mp4"),
        ["expires"] = Text("When the address ends, in Unix seconds; part of what is signed.", "1795262400"),
        ["signature"] = Text("The address's proof.", "k3Jx0"),
        ["job_id"] = new(
            "The job's id, as the call that began it answered.",
            JsonValue.Create("0192f3a4-5b6c-7d8e-9f00-112233445566")
        ),
        ["return_to"] = Text(
            "Where the browser goes afterwards: a path of this server, or an address of a registered origin; / unless given.",
            "/accounts"
        ),
        ["instance_id"] = new(
            "The instance's id, as the call that made it answered.",
            JsonValue.Create("0192f3a4-5b6c-7d8e-9f00-112233445566")
        ),
        ["task_id"] = new(
            "The task's id, as the call that made it answered.",
            JsonValue.Create("0192f3a4-5b6c-7d8e-9f00-112233445566")
        ),
        ["post_id"] = new(
            "The post's id, as the call that asked for it answered.",
            JsonValue.Create("0192f3a4-5b6c-7d8e-9f00-112233445566")
        ),
        ["token"] = Text("What makes the address one that only TikTok knows.", "Zm9yLW9uZS1hdHRlbXB0LW9ubHk"),
        ["verification"] = Text("One of TikTok:VerificationTokens.", "Ab12"),
        ["name"] = Text("Which of the post's files: its place, from 0, and how its name ends.", "0.mp4"),
        ["state"] = Text("`queued`, `running`, `completed`, `failed` or `cancelled`; all without it.", "running"),
        ["last_event_id"] = Text("As the header Last-Event-ID, for callers that cannot set it.", "42"),
        ["id"] = new("The thing's id, as it was given out.", JsonValue.Create("0192f3a4-5b6c-7d8e-9f00-112233445566")),
        ["Last-Event-ID"] = Text("The id of the last event that was received: the stream goes on after it.", "42"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static KnownParameter? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    private static KnownParameter Number(string description, int example, int from, int to) =>
        new(
            description,
            JsonValue.Create(example),
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = from.ToString(CultureInfo.InvariantCulture),
                    Maximum = to.ToString(CultureInfo.InvariantCulture),
                }
        );

    private static KnownParameter Flag(string description) =>
        new(description, JsonValue.Create(false), () => new OpenApiSchema { Type = JsonSchemaType.Boolean });

    private static KnownParameter Text(string description, string example, int? longest = null) =>
        new(
            description,
            JsonValue.Create(example),
            () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest }
        );
}
