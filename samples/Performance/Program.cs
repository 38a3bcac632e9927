using System.Diagnostics;
using Clipyard;
using Clipyard.Links;

// dotnet run --project samples/Performance -- [--tiktok-address ADDRESS] LINK...
var (address, texts) = args is ["--tiktok-address", var given, .. var rest]
    ? (given, rest)
    : (Environment.GetEnvironmentVariable("CLIPYARD_TIKTOK_ADDRESS"), args);

var links = new List<TikTokLink>();
foreach (var text in texts)
{
    if (!TikTokLink.TryParse(text, out var link))
    {
        await Console.Error.WriteLineAsync($"'{text}' is no address.");
        return 2;
    }

    links.Add(link);
}

var options = new ClipyardOptions { TikTokAddress = address is null ? null : new Uri(address) };

// One after the other, then up to five at once. The pace towards TikTok is the same; only the waiting overlaps.
using (var careful = new ClipyardClient(options with { Concurrency = 1 }))
{
    await MeasureAsync("one by one", careful);
}

using var client = new ClipyardClient(options with { Concurrency = 5 });
await MeasureAsync("five at once", client);

// Known already: no request leaves.
await MeasureAsync("from memory", client);

var statistics = client.GetStatistics();
Console.WriteLine($"operations {statistics.Operations}, failed {statistics.Failures}");
Console.WriteLine(
    $"requests {statistics.Requests}, p50 {statistics.RequestP50.TotalMilliseconds:0.0} ms, "
        + $"p95 {statistics.RequestP95.TotalMilliseconds:0.0} ms, retries {statistics.Retries}"
);
Console.WriteLine($"cache hits {statistics.CacheHitRate:P0}");
Console.WriteLine($"received {statistics.BytesReceived:N0} bytes, resident {statistics.WorkingSetBytes >> 20} MiB");
return statistics.Failures == 0 ? 0 : 1;

async Task MeasureAsync(string name, ClipyardClient measured)
{
    var before = measured.GetStatistics().Requests;
    var started = Stopwatch.GetTimestamp();
    var found = 0;
    await foreach (var outcome in measured.Videos.GetManyAsync(links))
    {
        found += outcome.IsSuccess ? 1 : 0;
    }

    var elapsed = Stopwatch.GetElapsedTime(started);
    var requests = measured.GetStatistics().Requests - before;
    Console.WriteLine($"{name}: {found} of {links.Count} in {elapsed.TotalMilliseconds:0} ms, {requests} requests");
}
