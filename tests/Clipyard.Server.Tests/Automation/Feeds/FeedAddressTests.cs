using System.Net;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Automation.Feeds;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Tests.Api;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Automation.Feeds;

public sealed class FeedAddressTests
{
    private const string Video = "7000000000000000001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/tiktok/student/anna/feed")]
    [InlineData("/tiktok/student/anna/feed")]
    public async Task A_feed_is_made_once_and_shown_again(string path)
    {
        await using var host = await FeedHost.StartAsync();
        (await host.Server.GetAsync(path)).Code.ShouldBe("not_found");

        var made = await host.Server.PutAsync(path);
        var again = await host.Server.PutAsync(path);
        var shown = await host.Server.GetAsync(path);

        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        made["student_id"].GetString().ShouldBe("anna");
        made["url"].GetString()!.ShouldStartWith($"{host.Server.Server.Address}rss/");
        made["url"].GetString()!.Split('/')[^1].Length.ShouldBe(43); // 32 bytes
        again.Text.ShouldBe(made.Text);
        shown.Text.ShouldBe(made.Text);
        (await host.ReadAsync(made["url"].GetString()!)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_address_ends_the_one_before_at_once()
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync(Video);
        var old = await host.MakeAsync();

        var rotated = await host.Server.PostAsync(FeedHost.Manage + "/rotate");

        var next = rotated["url"].GetString()!;
        next.ShouldNotBe(old);
        (await StatusAsync(host, old)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(host, $"{old}/{Video}.mp4")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(host, next)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(host, $"{next}/{Video}.mp4")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Rotating_twice_with_one_key_rotates_once()
    {
        await using var host = await FeedHost.StartAsync();
        await host.MakeAsync();

        var first = await RotateAsync();
        var again = await RotateAsync();

        again.Text.ShouldBe(first.Text);

        Task<JsonAnswer> RotateAsync() =>
            host.Server.SendAsync(HttpMethod.Post, FeedHost.Manage + "/rotate", null, ("Idempotency-Key", "once"));
    }

    [Fact]
    public async Task An_ended_feed_is_gone_and_a_new_one_has_another_address()
    {
        await using var host = await FeedHost.StartAsync();
        var old = await host.MakeAsync();

        (await host.Server.DeleteAsync(FeedHost.Manage)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(host, old)).ShouldBe(HttpStatusCode.NotFound);
        (await host.Server.DeleteAsync(FeedHost.Manage)).Code.ShouldBe("not_found");
        (await host.MakeAsync()).ShouldNotBe(old);
        (await AuditLines.ActionsAsync(host.Server))
            .Where(a => a.StartsWith("feed.", StringComparison.Ordinal))
            .ShouldBe(["feed.created", "feed.removed", "feed.created"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_erased_post_is_gone_from_the_feed()
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync(Video);
        await host.KeepAsync("7000000000000000002");
        var url = await host.MakeAsync();

        (await host.Server.DeleteAsync($"/tiktok/student/anna/videos/{Video}")).Status.ShouldBe(HttpStatusCode.OK);

        (await host.ReadAsync(url)).Elements("item").ShouldHaveSingleItem();
        (await StatusAsync(host, $"{url}/{Video}.mp4")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_erased_student_has_no_feed_and_one_of_the_same_id_gets_another()
    {
        await using var host = await FeedHost.StartAsync();
        var url = await host.MakeAsync();
        await host.Server.DeleteAsync("/tiktok/student/anna");
        (await StatusAsync(host, url)).ShouldBe(HttpStatusCode.NotFound);

        await host.Server.PutAsync("/tiktok/student/anna/username", new { username = FeedHost.Username });

        (await StatusAsync(host, url)).ShouldBe(HttpStatusCode.NotFound);
        (await host.Server.GetAsync(FeedHost.Manage)).Code.ShouldBe("not_found");
        var next = await host.MakeAsync();
        next.ShouldNotBe(url);
        (await StatusAsync(host, next)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Feeds_of_erased_students_are_swept()
    {
        await using var host = await FeedHost.StartAsync();
        await host.MakeAsync();
        await SweepAsync(host);
        (await CountAsync(host)).ShouldBe(1);

        await host.Server.DeleteAsync("/tiktok/student/anna");
        await SweepAsync(host);

        (await CountAsync(host)).ShouldBe(0);
    }

    [Fact]
    public async Task However_many_feeds_of_however_many_owners_are_left_behind_they_are_swept_and_no_other()
    {
        await using var host = await FeedHost.StartAsync();
        var url = await host.MakeAsync();
        await host.InDatabaseAsync(db =>
        {
            // Of the same id as the one who is linked, but of others.
            db.StudentFeeds.AddRange(Enumerable.Range(0, 600).Select(_ => LeftBehind(Guid.NewGuid(), "anna")));
            return db.SaveChangesAsync(Stop);
        });

        await SweepAsync(host);

        (await CountAsync(host)).ShouldBe(1);
        (await StatusAsync(host, url)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_are_given_out_in_ranges_and_by_head()
    {
        await using var host = await FeedHost.StartAsync();
        var clip = await host.KeepAsync(Video);
        var url = $"{await host.MakeAsync()}/{Video}.mp4";

        using var part = await host.AskAsync(url, null, ("Range", "bytes=10-19"));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentLength.ShouldBe(10);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 10-19/1000");
        part.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");

        using var head = await host.AskAsync(url, HttpMethod.Head);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(1000);
        head.Headers.ETag!.Tag.ShouldBe($"\"{clip.Files[0].Sha256}\"");
        head.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox allow-same-origin"]);

        using var whole = await host.AskAsync(url);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Stop);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(clip.Files[0].Sha256);
        using var same = await host.AskAsync(url, null, ("If-None-Match", head.Headers.ETag.ToString()));
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again_and_a_changed_one_is()
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync(Video);
        var url = await host.MakeAsync();
        using var first = await host.AskAsync(url);
        var (tag, modified) = (first.Headers.ETag!.ToString(), first.Content.Headers.LastModified!.Value.ToString("r"));

        (await StatusAsync(host, url, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(host, url, ("If-Modified-Since", modified))).ShouldBe(HttpStatusCode.NotModified);
        using var head = await host.AskAsync(url, HttpMethod.Head);
        head.Headers.ETag!.ToString().ShouldBe(tag);

        await host.KeepAsync("7000000000000000002");
        (await StatusAsync(host, url, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/rss/nothing")]
    [InlineData("/rss/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("{feed}/7000000000000000009.mp4")]
    [InlineData("{feed}/7000000000000000001.jpg")]
    [InlineData("{feed}/7000000000000000001")]
    [InlineData("{feed}/..%2f7000000000000000001.mp4")]
    [InlineData("{feed}/.mp4")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync(Video);
        var url = await host.MakeAsync();

        (await StatusAsync(host, path.Replace("{feed}", url, StringComparison.Ordinal))).ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_student_that_is_not_linked_gets_no_feed()
    {
        await using var host = await FeedHost.StartAsync();

        (await host.Server.PutAsync("/tiktok/student/ben/feed")).Code.ShouldBe("student_not_linked");
        (await host.Server.PutAsync("/tiktok/student/be%20n/feed")).Code.ShouldBe("invalid_parameter");
        (await CountAsync(host)).ShouldBe(0);
    }

    [Fact]
    public async Task Scopes_and_owners_are_kept_apart()
    {
        await using var host = await FeedHost.StartAsync();
        var url = await host.MakeAsync();
        var reader = await Someone.AddAsync(host.Server, "ben", scopes: "read");
        using var client = host.Server.CreateClient(reader.Key);

        (await client.GetAsync(FeedHost.Manage, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PutAsync(FeedHost.Manage, null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.DeleteAsync(FeedHost.Manage, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(host, FeedHost.Manage)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(host, url)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_token_is_stored_as_a_hash_and_sealed_and_told_to_no_log()
    {
        using var lines = new ProbeLog();
        await using var host = await FeedHost.StartAsync(setup =>
            setup with
            {
                Settings = ServerHost.With(
                    setup,
                    ("Logging:LogLevel:Default", "Trace"),
                    ("Logging:LogLevel:Microsoft", "Trace")
                ),
                Logging = logging =>
                    logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace).AddProvider(lines),
            }
        );
        await host.KeepAsync(Video);
        var url = await host.MakeAsync();
        var token = url.Split('/')[^1];
        await host.ReadAsync(url);
        (await StatusAsync(host, $"{url}/{Video}.mp4")).ShouldBe(HttpStatusCode.OK);

        await host.InDatabaseAsync(async db =>
        {
            var feed = await db.StudentFeeds.IgnoreQueryFilters().SingleAsync(Stop);
            feed.TokenHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
            feed.SealedToken.ShouldNotContain(token);
        });
        lines.Text.ShouldContain("/rss/{token}");
        lines.Text.ShouldNotContain(token);
    }

    private static StudentFeed LeftBehind(Guid ownerId, string studentId) =>
        new()
        {
            Id = Guid.NewGuid(),
            OwnerId = ownerId,
            StudentId = studentId,
            TokenHash = Convert.ToHexStringLower(SHA256.HashData(ownerId.ToByteArray())),
            SealedToken = "sealed",
        };

    private static async Task SweepAsync(FeedHost host)
    {
        await using var scope = host.Server.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<ISweep>().OfType<FeedSweep>().Single().SweepAsync(Stop);
    }

    private static async Task<int> CountAsync(FeedHost host)
    {
        var count = 0;
        await host.InDatabaseAsync(async db => count = await db.StudentFeeds.IgnoreQueryFilters().CountAsync(Stop));
        return count;
    }

    private static async Task<HttpStatusCode> StatusAsync(
        FeedHost host,
        string url,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await host.AskAsync(url, null, headers);
        return response.StatusCode;
    }
}
