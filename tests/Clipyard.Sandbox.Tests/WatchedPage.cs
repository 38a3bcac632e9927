using System.Text.Json.Nodes;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests;

/// <summary>A watch page that was opened, with the cookie it set.</summary>
internal sealed record WatchedPage(SandboxSession Session, JsonObject Item, string Cookie)
{
    /// <summary>The base stream on the first mirror.</summary>
    public string FirstVideo => Item["video"]!["playAddr"]!.GetValue<string>();

    public static async Task<WatchedPage> OpenAsync(SandboxSession session, string id)
    {
        using var response = await session.GetAsync($"https://www.tiktok.com/@i/video/{id}");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var cookie = response
            .Headers.GetValues("Set-Cookie")
            .First(value => value.StartsWith("tt_chain_token=", StringComparison.Ordinal))
            .Split(';')[0];
        return new WatchedPage(session, PageReader.Item(html), cookie);
    }

    public async Task<byte[]> DownloadAsync(string address)
    {
        using var response = await Session.GetAsync(address, ("Cookie", Cookie));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
