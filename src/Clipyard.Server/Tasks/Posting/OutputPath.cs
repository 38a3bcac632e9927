using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>Where a text stands in a task's output: <c>video_url</c>, <c>output.video_url</c>, <c>videos[0].url</c>.</summary>
internal static partial class OutputPath
{
    /// <summary>Longest path that is taken.</summary>
    public const int Longest = 200;

    /// <summary>Whether it is written as one.</summary>
    public static bool IsPath(string path) => path.Length <= Longest && Form().IsMatch(path);

    /// <summary>The text there; null when there is none, or an empty one.</summary>
    public static string? Find(JsonElement output, string path)
    {
        var element = output;
        foreach (var step in Step().EnumerateMatches(path))
        {
            var name = path.AsSpan(step.Index, step.Length);
            if (Next(element, name) is not { } next)
            {
                return null;
            }

            element = next;
        }

        return element.ValueKind == JsonValueKind.String && element.GetString() is { } text && text.Trim().Length > 0
            ? text
            : null;
    }

    private static JsonElement? Next(JsonElement element, ReadOnlySpan<char> step)
    {
        if (step[0] == '[')
        {
            return
                element.ValueKind == JsonValueKind.Array
                && int.TryParse(step[1..^1], out var index)
                && index < element.GetArrayLength()
                ? element[index]
                : null;
        }

        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var member)
            ? member
            : null;
    }

    [GeneratedRegex(
        @"^[^.\[\]\s]+(\.[^.\[\]\s]+|\[[0-9]{1,4}\])*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"[^.\[\]]+(?![^\[]*\])|\[[0-9]{1,4}\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
