using System.Diagnostics;
using Clipyard;
using Clipyard.Failures;
using Clipyard.Links;

// dotnet run --project samples/Configuration -- [--tiktok-address ADDRESS] LINK LINK LINK
var (address, texts) = args is ["--tiktok-address", var given, .. var rest]
    ? (given, rest)
    : (Environment.GetEnvironmentVariable("CLIPYARD_TIKTOK_ADDRESS"), args);

if (texts.Length < 2)
{
    await Console.Error.WriteLineAsync("Name two posts or more: Configuration [--tiktok-address ADDRESS] LINK LINK...");
    return 2;
}

// As a browser's add-on exports it: host, subdomains too, path, https only, expiry (0: until closed), name, value.
var cookies = Path.GetTempFileName();
await File.WriteAllTextAsync(cookies, ".tiktok.com\tTRUE\t/\tTRUE\t0\tsample_cookie\tfrom-the-file\n");

var options = new ClipyardOptions
{
    TikTokAddress = address is null ? null : new Uri(address),
    CookiesFile = cookies,
    UserAgents = ["SampleBrowser/1.0 (one)", "SampleBrowser/1.0 (two)"],
    UserAgentRotationRequests = 1,
    ExtraHeaders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept-Language"] = "de" },
    // Two requests a second, none of them early.
    RequestsPerMinute = 120,
    Burst = 1,
    MetadataCacheLifetime = TimeSpan.FromMinutes(5),
};

try
{
    var links = texts.Select(TikTokLink.Parse).ToList();
    using var client = new ClipyardClient(options);

    var started = Stopwatch.GetTimestamp();
    await ReadAsync(client, links);
    var requests = client.GetStatistics().Requests;
    Console.WriteLine($"pace: {requests} requests in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");

    await ReadAsync(client, links);
    Console.WriteLine($"cache: {client.GetStatistics().Requests - requests} requests for the same posts again");

    using var forgetful = new ClipyardClient(options with { UseCache = false, UseRateLimiter = false });
    await ReadAsync(forgetful, [links[0], links[0]]);
    Console.WriteLine($"no cache: {forgetful.GetStatistics().Requests} requests for one post twice");

    // Everything goes through the proxy, so nothing does when it is not there.
    using var proxied = new ClipyardClient(options with { Proxies = [new Uri("http://127.0.0.1:1")], Retries = 0 });
    var failure = await FailureOfAsync(proxied, links[0]);
    Console.WriteLine($"proxy that is not there: {failure?.Code ?? "not used"}");

    return 0;
}
catch (ClipyardException error)
{
    await Console.Error.WriteLineAsync($"{error.Message} {error.Remedies[0]}");
    return 1;
}
finally
{
    File.Delete(cookies);
}

static async Task ReadAsync(ClipyardClient client, IEnumerable<TikTokLink> links)
{
    foreach (var link in links)
    {
        await client.Videos.GetAsync(link);
    }
}

static async Task<ClipyardException?> FailureOfAsync(ClipyardClient client, TikTokLink link)
{
    try
    {
        await client.Videos.GetAsync(link);
        return null;
    }
    catch (ConnectionException error)
    {
        return error;
    }
}
