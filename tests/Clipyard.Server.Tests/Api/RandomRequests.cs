using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Server.Tests.Api;

/// <summary>Makes requests for an operation out of its description: values that fit it, and values that do not.</summary>
internal sealed class RandomRequests(Random random)
{
    private static readonly string[] Nasty =
    [
        "",
        " ",
        "0",
        "-1",
        "99999999999999999999999",
        "abc",
        "true",
        "null",
        "NaN",
        "1e309",
        "../../etc/passwd",
        "..",
        ".",
        "%00",
        "\0",
        "a\nb",
        "'; DROP TABLE jobs; --",
        "\"><script>",
        "ünïcödé",
        "\U0001F3AC",
        "\u202Eabc",
        "2026-13-45T99:99:99Z",
        "https://www.tiktok.com/@cool_student/video/7123456789012345678",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "@",
        "{}",
        "[]",
        new('x', 300),
        new('9', 700), // ten of them still fit an address
    ];

    private static readonly string[] NastyBodies =
    [
        "",
        "null",
        "[]",
        "{}",
        "1",
        "\"text\"",
        "{",
        "{\"a\":",
        "{\"username\":\"\\ud800\"}",
        "{\"urls\":[null]}",
        "{\"a\":1,\"a\":2}",
        "\u0000",
        new string('[', 500),
    ];

    /// <summary>One request; every call another one.</summary>
    public HttpRequestMessage Make(ApiOperation operation)
    {
        var path = operation.Path;
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = operation.Method };
        foreach (var parameter in operation.Parameters)
        {
            var name = parameter.GetProperty("name").GetString() ?? "";
            var place = parameter.GetProperty("in").GetString();
            var value = ValueOf(operation.Document, parameter);
            if (place == "path")
            {
                // A zero in a path is refused by the web server itself, before anything of ours could explain it.
                var segment = value.Replace("\0", "", StringComparison.Ordinal);
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(segment.Length == 0 ? "x" : segment));
            }
            else if (place == "query" && random.Next(3) > 0)
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
            else if (place == "header" && random.Next(3) == 0)
            {
                request.Headers.TryAddWithoutValidation(name, string.Concat(value.Where(char.IsAsciiLetterOrDigit)));
            }
        }

        request.RequestUri = new Uri(path + (query.Count > 0 ? "?" + string.Join('&', query) : ""), UriKind.Relative);
        if (operation.RequestBody is { } body)
        {
            request.Content = BodyOf(body);
        }

        return request;
    }

    private string ValueOf(JsonElement document, JsonElement parameter)
    {
        if (random.Next(2) == 0 && parameter.TryGetProperty("example", out var example))
        {
            return example.ValueKind == JsonValueKind.String ? example.GetString() ?? "" : example.GetRawText();
        }

        return random.Next(6) switch
        {
            0 => random.Next(-5, 2_000).ToString(CultureInfo.InvariantCulture),
            1 => NewGuid().ToString(),
            2 => new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xD7FF))]),
            _ => Pick(Nasty),
        };
    }

    private StringContent BodyOf(JsonElement body)
    {
        var content = body.GetProperty("content").EnumerateObject().First();
        var text =
            random.Next(4) == 0 || !content.Value.TryGetProperty("example", out var example)
                ? Pick(NastyBodies)
                : Spoil(JsonNode.Parse(example.GetRawText()))?.ToJsonString() ?? "null";
        return new StringContent(text, Encoding.UTF8, random.Next(12) == 0 ? "text/plain" : content.Name);
    }

    /// <summary>Leaves a document as it is, or makes one of its members wrong.</summary>
    private JsonNode? Spoil(JsonNode? document)
    {
        if (document is not JsonObject { Count: > 0 } members || random.Next(3) == 0)
        {
            return document;
        }

        var name = members.ElementAt(random.Next(members.Count)).Key;
        switch (random.Next(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[name] = null;
                break;
            case 2:
                members[name] = random.Next();
                break;
            case 3:
                members[name] = new JsonArray(Pick(Nasty), 7, null);
                break;
            case 4:
                members[name] = new JsonObject { ["a"] = Pick(Nasty) };
                break;
            default:
                members[name] = Pick(Nasty);
                break;
        }

        return members;
    }

    private Guid NewGuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
