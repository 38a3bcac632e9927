using Clipyard;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Videos;

// dotnet run --project samples/Batch -- [--tiktok-address ADDRESS] LINK... @CREATOR...
const int Newest = 6;

var (address, texts) = args is ["--tiktok-address", var given, .. var rest]
    ? (given, rest)
    : (Environment.GetEnvironmentVariable("CLIPYARD_TIKTOK_ADDRESS"), args);

using var client = new ClipyardClient(
    new ClipyardOptions { TikTokAddress = address is null ? null : new Uri(address) }
);

var posts = new List<TikTokLink>();
var stored = 0;
var failed = 0;
foreach (var text in texts)
{
    try
    {
        var link = TikTokLink.Parse(text);
        posts.AddRange(link is TikTokLink.Profile creator ? await NewestAsync(creator) : [link]);
    }
    catch (ClipyardException error)
    {
        failed++;
        Console.WriteLine($"failed {text}: {error.Code}: {error.Message}");
    }
}

// The outcomes come as the downloads end. One that fails stops no other.
var sink = new FolderSink("downloads", part => $"{part.Video.Author?.Username ?? "unknown"}/{part.DefaultFileName}");
await foreach (var outcome in client.Downloads.DownloadManyAsync(posts, sink, progress: new FileProgress()))
{
    if (outcome.IsSuccess)
    {
        stored++;
        var result = outcome.Value;
        Console.WriteLine($"stored {result.Video.Id}: {result.Files.Count} files, {result.SizeBytes:N0} bytes");
    }
    else
    {
        failed++;
        Console.WriteLine($"failed {outcome.Link}: {outcome.Error.Code}: {outcome.Error.Message}");
    }
}

Console.WriteLine($"{stored} stored, {failed} failed");
return stored > 0 ? 0 : 1;

async Task<IReadOnlyList<TikTokLink>> NewestAsync(TikTokLink.Profile creator)
{
    // Pages are asked for as they are needed: whoever takes six, causes one request.
    var newest = await client.Creators.GetPostsAsync(creator.Name).Take(Newest).ToListAsync();
    return [.. newest.Select(LinkOf)];
}

static TikTokLink LinkOf(VideoInfo post) => new TikTokLink.Video(post.Id, post.Author?.Username);

// Called while bytes arrive, from several downloads at once.
file sealed class FileProgress : IProgress<TransferProgress>
{
    public void Report(TransferProgress value)
    {
        var total = value.TotalBytes is { } bytes ? $" of {bytes:N0}" : "";
        Console.Error.WriteLine($"{value.Part.DefaultFileName}: {value.Bytes:N0}{total} bytes");
    }
}
