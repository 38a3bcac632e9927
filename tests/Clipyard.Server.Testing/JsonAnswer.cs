using System.Net;
using System.Text.Json;

namespace Clipyard.Testing;

/// <summary>An answer of the server: status, headers and the JSON in it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">All headers, content's included.</param>
/// <param name="Json">The body; undefined when it is empty or no JSON.</param>
/// <param name="Text">The body as it came.</param>
public sealed record JsonAnswer(
    HttpStatusCode Status,
    IReadOnlyDictionary<string, string> Headers,
    JsonElement Json,
    string Text
)
{
    /// <summary>A member of the body, or a deeper one by dots: <c>videos.0.local_path</c>.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var element = Json;
            foreach (var name in path.Split('.'))
            {
                element = int.TryParse(name, out var index) ? element[index] : element.GetProperty(name);
            }

            return element;
        }
    }

    /// <summary>The problem's code; null when there is none.</summary>
    public string? Code =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>Reads an answer whole.</summary>
    public static async Task<JsonAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new JsonAnswer(response.StatusCode, headers, isJson && text.Length > 0 ? Parse(text) : default, text);
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
