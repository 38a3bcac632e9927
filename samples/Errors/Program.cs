using Clipyard;
using Clipyard.Failures;
using Clipyard.Links;

// dotnet run --project samples/Errors -- [--tiktok-address ADDRESS] LINK...
var (address, links) = args is ["--tiktok-address", var given, .. var rest]
    ? (given, rest)
    : (Environment.GetEnvironmentVariable("CLIPYARD_TIKTOK_ADDRESS"), args);

var options = new ClipyardOptions { TikTokAddress = address is null ? null : new Uri(address) };
using var client = new ClipyardClient(options);
foreach (var link in links)
{
    await ShowAsync(link, client);
}

// Nothing listens there: what a failing network looks like.
using var unreachable = new ClipyardClient(options with { TikTokAddress = new Uri("http://127.0.0.1:1"), Retries = 0 });
await ShowAsync("7676039855859302657", unreachable);

// Options are checked at once, all of them, and each is named.
try
{
    using var impossible = new ClipyardClient(options with { Concurrency = 0, Burst = -1 });
}
catch (ClipyardException error)
{
    Console.WriteLine($"options: {error.Code}: {error.Detail}");
}

return 0;

static async Task ShowAsync(string text, ClipyardClient client)
{
    try
    {
        var post = await client.Videos.GetAsync(TikTokLink.Parse(text));
        Console.WriteLine($"{text}: ok, {post.Kind}");
    }
    catch (ContentUnavailableException error)
    {
        // TikTok answered: there is nothing for us. Asking again does not help; what to do depends on the code.
        var meaning = error.Failure == FailureCatalogue.VideoRemoved ? "take it off your list" : "leave it for now";
        Console.WriteLine($"{text}: unavailable, {error.Code} (status {error.StatusCode}): {meaning}");
    }
    catch (ConnectionException error) when (error.RetryAfter is { } wait)
    {
        Console.WriteLine($"{text}: refused, {error.Code}; ask again in {wait.TotalSeconds:0} s");
    }
    catch (ConnectionException error)
    {
        Console.WriteLine($"{text}: no connection, {error.Code}; transient: {error.IsTransient}");
    }
    catch (ClipyardException error)
    {
        // Everything else that the library can name, with what a person can do about it.
        Console.WriteLine($"{text}: {error.Code}; {string.Join(" Or: ", error.Remedies)}");
    }
}
