using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using KeptClip = Clipyard.Server.Archive.Clip;

namespace Clipyard.Server.Tests.Automation.Feeds;

/// <summary>A server with a student, Anna, whose kept posts are put there by hand.</summary>
internal sealed class FeedHost : IAsyncDisposable
{
    public const string Username = "anna_films";
    public const string Manage = "/api/tiktok/student/anna/feed";

    public static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private FeedHost(ServerHost server) => Server = server;

    public ServerHost Server { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<FeedHost> StartAsync(Func<ServerSetup, ServerSetup>? configure = null)
    {
        var server = await ServerHost.StartAsync(
            Stop,
            setup =>
            {
                setup = setup with { StartScheduler = false };
                return configure?.Invoke(setup) ?? setup;
            }
        );
        await server.LinkAsync("anna", Username);
        return new FeedHost(server);
    }

    /// <summary>Makes the feed and says where it is.</summary>
    public async Task<string> MakeAsync() => (await Server.PutAsync(Manage))["url"].GetString().ShouldNotBeNull();

    /// <summary>Keeps a post with these files, each named by its extension.</summary>
    public async Task<KeptClip> KeepAsync(string videoId, string caption = "", params string[] extensions)
    {
        await using var scope = Server.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var person = await db.Set<Person>().FirstAsync(Stop);
        var clip = new KeptClip
        {
            OwnerId = person.Id,
            StudentId = "anna",
            Username = Username,
            VideoId = videoId,
            VideoUrl = $"https://www.tiktok.com/@{Username}/video/{videoId}",
            Caption = caption,
            DurationMs = extensions.Contains(".jpg") ? null : 12_600,
            PostedAt = DateTimeOffset.FromUnixTimeSeconds(
                1_700_000_000 + long.Parse(videoId, CultureInfo.InvariantCulture) % 1000
            ),
            StoredAt = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000),
            Sha256 = new string('a', 64),
            Chain = "student:anna",
        };
        foreach (var extension in extensions.Length > 0 ? extensions : [".mp4"])
        {
            clip.Files.Add(await PutAsync(scope.ServiceProvider, clip, extension));
        }

        db.Clips.Add(clip);
        await db.SaveChangesAsync(Stop);
        return clip;
    }

    /// <summary>Does something with the database, without an owner.</summary>
    public async Task InDatabaseAsync(Func<ClipyardDb, Task> work)
    {
        await using var scope = Server.Server.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ClipyardDb>());
    }

    /// <summary>Asks without a key.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        string url,
        HttpMethod? method = null,
        params (string Name, string Value)[] headers
    )
    {
        using var client = Server.CreateClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Stop);
    }

    /// <summary>The feed, read as XML: whatever is no XML fails here.</summary>
    public async Task<XElement> ReadAsync(string url)
    {
        using var response = await AskAsync(url);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(Stop);
        var document = await XDocument.LoadAsync(body, LoadOptions.PreserveWhitespace, Stop);
        return document.Root.ShouldNotBeNull().Element("channel").ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<ClipFile> PutAsync(IServiceProvider services, KeptClip clip, string extension)
    {
        var store = services.GetRequiredService<IMediaStore>();
        var key = $"tiktok/{Username}/{clip.VideoId}-{clip.Files.Count}{extension}";
        var bytes = RandomNumberGenerator.GetBytes(1_000 + clip.Files.Count);
        await using var write = await store.BeginPutAsync(key, MediaTypes.Of(key), Stop);
        await write.Content.WriteAsync(bytes, Stop);
        await write.CommitAsync(Stop);
        return new ClipFile
        {
            OwnerId = clip.OwnerId,
            Position = clip.Files.Count,
            Object = key,
            ContentType = MediaTypes.Of(key),
            SizeBytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }
}
