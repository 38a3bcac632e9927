using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Benchmarks.Server;

/// <summary>The calls that fill an archive.</summary>
internal static class Archiving
{
    /// <summary>Links a student and downloads a creator's newest clips, to the end.</summary>
    public static async Task<JsonObject> DownloadAsync(HttpClient http, string student, string creator, int clips)
    {
        using var linked = await http.PutAsJsonAsync(
            new Uri($"/tiktok/student/{student}/username", UriKind.Relative),
            new JsonObject { ["username"] = creator }
        );
        linked.EnsureSuccessStatusCode();
        using var answer = await http.PostAsync(
            new Uri($"/tiktok/student/{student}/download?max_videos={clips}", UriKind.Relative),
            content: null
        );
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonObject>()
            ?? throw new InvalidOperationException("The answer was empty.");
    }
}
