using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipyard.Server.Tasks.Work;

/// <summary>JSON of callers, as it is kept.</summary>
internal static class JsonText
{
    public const int MostOutputBytes = 262_144;
    public const int MostDetailBytes = 16_384;

    // Small, and as readable as it came; it is shown as JSON only.
    private static readonly JsonSerializerOptions Kept = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A task's output; null for none.</summary>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>.</exception>
    public static string? Output(JsonElement? given) =>
        given is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }
            ? throw TextRules.Invalid("output_data", "must be a JSON object.")
            : Write("output_data", given, MostOutputBytes);

    /// <summary>Details of a line; null for none.</summary>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>.</exception>
    public static string? Details(JsonElement? given) => Write("details", given, MostDetailBytes);

    /// <summary>What is kept, to be shown.</summary>
    public static JsonElement? Read(string? kept) =>
        kept is null ? null : JsonSerializer.Deserialize<JsonElement>(kept);

    private static string? Write(string member, JsonElement? given, int mostBytes)
    {
        if (given is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } element)
        {
            return null;
        }

        var text = JsonSerializer.Serialize(element, Kept);
        var bytes = Encoding.UTF8.GetByteCount(text);
        return bytes <= mostBytes
            ? text
            : throw TextRules.Invalid(member, $"has {bytes:N0} bytes; at most {mostBytes:N0} are taken.");
    }
}
