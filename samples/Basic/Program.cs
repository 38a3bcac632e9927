using Clipyard;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Links;

// dotnet run --project samples/Basic -- [--tiktok-address ADDRESS] LINK
var (address, links) = args is ["--tiktok-address", var given, .. var rest]
    ? (given, rest)
    : (Environment.GetEnvironmentVariable("CLIPYARD_TIKTOK_ADDRESS"), args);

if (links is not [var text])
{
    await Console.Error.WriteLineAsync("Name one post: Basic [--tiktok-address ADDRESS] LINK");
    return 2;
}

// One client for the whole program: it holds the politeness, the cookies and what was read already.
using var client = new ClipyardClient(
    new ClipyardOptions { TikTokAddress = address is null ? null : new Uri(address) }
);

try
{
    var link = TikTokLink.Parse(text);

    var post = await client.Videos.GetAsync(link);
    Console.WriteLine($"{post.Kind} {post.Id} by @{post.Author?.Username}: {post.Caption}");
    Console.WriteLine(
        $"{post.Counts.Plays:N0} plays, {post.Renditions.Count} renditions, {post.Images.Count} pictures"
    );

    var result = await client.Downloads.DownloadAsync(post, new FolderSink("downloads"));
    foreach (var file in result.Files)
    {
        Console.WriteLine(
            $"{file.Path} ({file.SizeBytes:N0} bytes, SHA-256 {file.Sha256 ?? "not read, it was there"})"
        );
    }

    return 0;
}
catch (ClipyardException error)
{
    await Console.Error.WriteLineAsync($"{error.Message} {error.Remedies[0]}");
    return 1;
}
