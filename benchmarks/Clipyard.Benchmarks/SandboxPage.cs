using System.Text;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Benchmarks;

/// <summary>Asks a sandbox for watch pages as a browser does.</summary>
internal static class SandboxPage
{
    /// <summary>A page of 390 KB, about the size of real ones.</summary>
    public static async Task<byte[]> ReadAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { PagePaddingBytes = 380_000 });
        using var http = new HttpClient();
        using var response = await http.SendAsync(
            Request(sandbox.Address, PathOf(DemoWorld.SunnyGarden, DemoWorld.PlainVideo))
        );
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static string PathOf(string creator, string id) => $"/@{creator}/video/{id}";

    public static HttpRequestMessage Request(Uri sandbox, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox, path));
        request.Headers.Host = "www.tiktok.com";
        request.Headers.TryAddWithoutValidation("User-Agent", new ClipyardOptions().UserAgents[0]);
        return request;
    }

    /// <summary>The JSON of the page's data script.</summary>
    public static ReadOnlyMemory<byte> DataOf(byte[] page)
    {
        var id = page.AsSpan().IndexOf("id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\""u8);
        if (id < 0)
        {
            id = page.AsSpan().IndexOf(Encoding.UTF8.GetBytes("id=\"api-data\""));
        }

        var start = id + page.AsSpan(id).IndexOf((byte)'>') + 1;
        return page.AsMemory(start, page.AsSpan(start).IndexOf("</script"u8));
    }
}
