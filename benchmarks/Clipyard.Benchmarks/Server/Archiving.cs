using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Benchmarks.Server;

/// <summary>The calls that fill an archive.</summary>
internal static class Archiving
{
    /// <summary>Gives a creator of the sandbox so many clips.</summary>
    /// <returns>Their ids.</returns>
    public static async Task<List<string>> AddClipsAsync(
        SandboxProcess sandbox,
        string creator,
        int clips,
        long sizeBytes
    )
    {
        List<string> ids = [];
        for (var clip = 0; clip < clips; clip++)
        {
            ids.Add(await sandbox.AddVideoAsync(creator, sizeBytes, IdOf(clip)));
        }

        return ids;
    }

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

    // A minute apart: a creator's list goes on after the time of its last post, so posts of one instant fall out of it.
    private static string IdOf(int clip) =>
        (((1_780_000_000UL + ((ulong)clip * 60)) << 32) + (ulong)clip).ToString(CultureInfo.InvariantCulture);
}
