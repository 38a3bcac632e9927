using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Benchmarks;

/// <summary>A sandbox in a process of its own, so that its work is not counted as ours.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<SandboxProcess> StartAsync(string program)
    {
        var process = ProgramRun.Start(program, "sandbox", "--no-config", "--port", "0");
        var address = await process.StandardOutput.ReadLineAsync();
        return new SandboxProcess(
            process,
            new Uri(address ?? throw new InvalidOperationException("The sandbox did not start."))
        );
    }

    /// <summary>Adds a video of this size.</summary>
    /// <param name="creator">Whose.</param>
    /// <param name="sizeBytes">Of this many bytes.</param>
    /// <param name="id">Its id, which says when it was posted; null: now.</param>
    /// <returns>Its id.</returns>
    public async Task<string> AddVideoAsync(string creator, long sizeBytes, string? id = null)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(
            new Uri(Address, "/_sandbox/posts"),
            Post(creator, sizeBytes, id)
        );
        response.EnsureSuccessStatusCode();
        var post = await response.Content.ReadFromJsonAsync<JsonObject>();
        return (string)post!["id"]!;
    }

    private static JsonObject Post(string creator, long sizeBytes, string? id)
    {
        var post = new JsonObject { ["creator"] = creator, ["size_bytes"] = sizeBytes };
        if (id is not null)
        {
            post["id"] = id;
        }

        return post;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
