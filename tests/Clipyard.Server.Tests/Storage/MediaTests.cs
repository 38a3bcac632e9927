using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Storage;

public sealed class MediaTests
{
    private const string Key = "tiktok/cool_student/7123456789012345678.mp4";

    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(100_000);
    private static readonly string Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes))}\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_address_gives_the_file_without_a_key()
    {
        await using var host = await StartAsync();
        var address = AddressOf(host, Key);

        address.ExpiresAt.ShouldNotBeNull();
        address.Url.ShouldStartWith(host.Server.Address.ToString());
        using var answer = await GetAsync(host, address.Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Bytes);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("video/mp4");
        answer.Headers.ETag?.ToString().ShouldBe(Tag);
        answer.Headers.AcceptRanges.ShouldBe(["bytes"]);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox allow-same-origin"]);
        answer.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition?.FileName.ShouldBe("7123456789012345678.mp4");
        answer.Headers.CacheControl?.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task The_content_type_is_the_rows_not_the_names()
    {
        await using var host = await StartAsync();
        await PutAsync(host, "tiktok/cool_student/odd.html", Bytes);
        await AddRowAsync(host, "tiktok/cool_student/odd.html", "7123456789012345679", "audio/mp4");
        await PutAsync(host, "tiktok/cool_student/unknown.html", Bytes);
        await PutAsync(host, "tiktok/cool_student/7123456789012345678.info.json", "{}"u8.ToArray());

        (await TypeOfAsync(host, "tiktok/cool_student/odd.html")).ShouldBe("audio/mp4");
        (await TypeOfAsync(host, "tiktok/cool_student/unknown.html")).ShouldBe("application/octet-stream");
        (await TypeOfAsync(host, "tiktok/cool_student/7123456789012345678.info.json")).ShouldBe("application/json");
    }

    [Fact]
    public async Task Head_answers_what_get_would_without_the_bytes()
    {
        await using var host = await StartAsync();

        using var answer = await SendAsync(host, HttpMethod.Head, AddressOf(host, Key).Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength.ShouldBe(Bytes.Length);
        answer.Headers.ETag?.ToString().ShouldBe(Tag);
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=99990-", 99_990, 10)]
    [InlineData("bytes=-5", 99_995, 5)]
    [InlineData("bytes=99999-200000", 99_999, 1)]
    public async Task A_range_is_answered_alone(string range, int from, int count)
    {
        await using var host = await StartAsync();

        using var answer = await GetAsync(host, AddressOf(host, Key).Url, ("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentRange?.ToString().ShouldBe($"bytes {from}-{from + count - 1}/{Bytes.Length}");
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Bytes[from..(from + count)]);
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_416_with_the_length()
    {
        await using var host = await StartAsync();

        using var answer = await GetAsync(host, AddressOf(host, Key).Url, ("Range", "bytes=100000-"));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        answer.Content.Headers.ContentRange?.ToString().ShouldBe($"bytes */{Bytes.Length}");
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        await using var host = await StartAsync();
        var url = AddressOf(host, Key).Url;
        using var first = await GetAsync(host, url);
        var modified = first.Content.Headers.LastModified?.ToString("R") ?? "";

        (await StatusAsync(host, url, ("If-None-Match", Tag))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(host, url, ("If-None-Match", "\"other\""))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(host, url, ("If-Modified-Since", modified))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(host, url, ("If-Match", "\"other\""))).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_resumed_download_gets_the_rest_only_of_the_same_bytes()
    {
        await using var host = await StartAsync();
        var url = AddressOf(host, Key).Url;

        (await StatusAsync(host, url, ("Range", "bytes=5-"), ("If-Range", Tag))).ShouldBe(
            HttpStatusCode.PartialContent
        );
        (await StatusAsync(host, url, ("Range", "bytes=5-"), ("If-Range", "\"other\""))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_lapses_and_what_a_cache_may_keep_lapses_before_it()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var host = await StartAsync(clock, ("Storage:AddressLifetime", "00:10:00"));
        var address = AddressOf(host, Key);

        using (var fresh = await GetAsync(host, address.Url))
        {
            fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
            fresh.Headers.CacheControl?.MaxAge.ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromMinutes(10));
        }

        clock.Advance(TimeSpan.FromMinutes(10));
        await ShouldRefuseAsync(host, address.Url, "expired");
    }

    [Fact]
    public async Task An_address_stays_the_same_for_an_hour_and_lives_at_least_as_long_as_was_said()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 5, 1, 10, 0, 1, TimeSpan.Zero));
        await using var host = await StartAsync(clock);

        var first = AddressOf(host, Key);
        clock.Advance(TimeSpan.FromMinutes(59));
        var later = AddressOf(host, Key);
        clock.Advance(TimeSpan.FromMinutes(1));
        var afterwards = AddressOf(host, Key);

        first.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 5, 2, 11, 0, 0, TimeSpan.Zero));
        later.Url.ShouldBe(first.Url);
        afterwards.Url.ShouldNotBe(first.Url);
    }

    [Fact]
    public async Task A_changed_address_opens_nothing()
    {
        await using var host = await StartAsync();
        await PutAsync(host, "tiktok/cool_student/other.mp4", Bytes);
        var url = AddressOf(host, Key).Url;
        var query = new Uri(url).Query;
        var expires = AddressOf(host, Key).ExpiresAt.ShouldNotBeNull().ToUnixTimeSeconds();

        string[] forged =
        [
            url.Split('?')[0],
            url.Replace("expires=", "expires=9", StringComparison.Ordinal),
            url.Replace($"expires={expires}", $"expires={expires + 1}", StringComparison.Ordinal),
            url.Replace("signature=", "signature=A", StringComparison.Ordinal),
            url[..^1] + (url[^1] == 'A' ? 'B' : 'A'),
            url.Split('&')[0],
            url.Replace("7123456789012345678.mp4", "other.mp4", StringComparison.Ordinal),
            $"/media/tiktok/cool_student/not-there.mp4{query}",
            $"/media/{Key}?expires=now&signature=x",
            $"/media/{Key}?expires=-1&signature=x",
        ];
        foreach (var address in forged)
        {
            await ShouldRefuseAsync(host, address, "changed");
        }
    }

    [Theory]
    [InlineData("/media/")]
    [InlineData("/media")]
    [InlineData("/media/..%2f..%2fkeys%2farchive.key")]
    [InlineData("/media/%2e%2e/%2e%2e/keys/archive.key")]
    [InlineData("/media/tiktok//x.mp4")]
    [InlineData("/media/%00")]
    [InlineData("/media/tiktok/x%0a.mp4")]
    public async Task Ways_out_of_the_bucket_lead_nowhere(string path)
    {
        await using var host = await StartAsync(clock: null, ("Storage:Public", "true"));

        using var answer = await GetAsync(host, path);

        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
        (await answer.Content.ReadAsByteArrayAsync(Token)).Length.ShouldNotBe(32);
    }

    [Theory]
    [MemberData(nameof(HostileKeys.Odd), MemberType = typeof(HostileKeys))]
    public async Task Odd_keys_have_addresses_that_work(string key)
    {
        await using var host = await StartAsync();
        await PutAsync(host, key, "odd"u8.ToArray());

        using var answer = await GetAsync(host, AddressOf(host, key).Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("odd");
    }

    [Fact]
    public async Task An_object_that_is_gone_is_404()
    {
        await using var host = await StartAsync();
        var url = AddressOf(host, Key).Url;
        await host.Server.Services.GetRequiredService<IMediaStore>().DeleteAsync(Key, Token);

        using var answer = await GetAsync(host, url);

        (await JsonAnswer.ReadAsync(answer, Token)).Code.ShouldBe("not_found");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task In_public_mode_addresses_are_plain_and_permanent()
    {
        await using var host = await StartAsync(clock: null, ("Storage:Public", "true"));

        var address = AddressOf(host, Key);

        address.ShouldBe(new MediaAddress($"{host.Server.Address}media/{Key}", ExpiresAt: null));
        (await StatusAsync(host, address.Url)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Addresses_survive_a_restart()
    {
        await using var host = await StartAsync();
        var address = new Uri(AddressOf(host, Key).Url).PathAndQuery;

        await host.RestartAsync();

        (await StatusAsync(host, address)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Storage:Bucket", "../x", "Storage:Bucket")]
    [InlineData("Storage:KeepFreeBytes", "-1", "Storage:KeepFreeBytes")]
    [InlineData("Storage:AddressLifetime", "00:00:01", "Storage:AddressLifetime")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string name, string value, string named)
    {
        var error = await Should.ThrowAsync<Exception>(() => StartAsync(clock: null, (name, value)));

        error.Message.ShouldContain(named);
    }

    [Fact]
    public async Task Twice_the_same_object_at_once_is_whole_both_times()
    {
        await using var host = await StartAsync();
        var url = AddressOf(host, Key).Url;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetBytesAsync(host, url)));

        answers.ShouldAllBe(bytes => bytes.SequenceEqual(Bytes));
    }

    private static async Task<ServerHost> StartAsync(
        ManualClock? clock = null,
        params (string Name, string? Value)[] settings
    )
    {
        var host = await ServerHost.StartAsync(
            Token,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(setup, settings),
                    TimeProvider = clock ?? setup.TimeProvider,
                    StartScheduler = false,
                }
        );
        await PutAsync(host, Key, Bytes);
        await AddRowAsync(host, Key, "7123456789012345678", "video/mp4");
        return host;
    }

    private static async Task PutAsync(ServerHost host, string key, byte[] bytes)
    {
        var store = host.Server.Services.GetRequiredService<IMediaStore>();
        await using var write = await store.BeginPutAsync(key, "video/mp4", Token);
        await write.Content.WriteAsync(bytes, Token);
        await write.CommitAsync(Token);
    }

    private static async Task AddRowAsync(ServerHost host, string key, string videoId, string contentType)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var person = await db.Set<Person>().SingleAsync(Token);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes));
        db.Clips.Add(
            new Clip
            {
                OwnerId = person.Id,
                Username = "cool_student",
                VideoId = videoId,
                VideoUrl = $"https://www.tiktok.com/@cool_student/video/{videoId}",
                Sha256 = sha256,
                Chain = "clips",
                Files =
                [
                    new ClipFile
                    {
                        OwnerId = person.Id,
                        Object = key,
                        ContentType = contentType,
                        Sha256 = sha256,
                        SizeBytes = Bytes.Length,
                    },
                ],
            }
        );
        await db.SaveChangesAsync(Token);
    }

    private static MediaAddress AddressOf(ServerHost host, string key) =>
        host.Server.Services.GetRequiredService<IMediaAddresses>().For(key);

    private static Task<HttpResponseMessage> GetAsync(
        ServerHost host,
        string address,
        params (string Name, string Value)[] headers
    ) => SendAsync(host, HttpMethod.Get, address, headers);

    private static async Task<HttpResponseMessage> SendAsync(
        ServerHost host,
        HttpMethod method,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var client = host.CreateClient();
        // As typed: Uri would tidy the ways out away before the server sees them.
        var root = host.Server.Address.AbsoluteUri.TrimEnd('/');
        var whole = address.StartsWith('/') ? root + address : address;
        using var request = new HttpRequestMessage(
            method,
            new Uri(whole, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
        );
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Token);
    }

    private static async Task<HttpStatusCode> StatusAsync(
        ServerHost host,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var answer = await GetAsync(host, address, headers);
        return answer.StatusCode;
    }

    private static async Task<byte[]> GetBytesAsync(ServerHost host, string address)
    {
        using var answer = await GetAsync(host, address);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    private static async Task<string?> TypeOfAsync(ServerHost host, string key)
    {
        using var answer = await GetAsync(host, AddressOf(host, key).Url);
        return answer.Content.Headers.ContentType?.MediaType;
    }

    private static async Task ShouldRefuseAsync(ServerHost host, string address, string word)
    {
        using var answer = await GetAsync(host, address);
        var problem = await JsonAnswer.ReadAsync(answer, Token);

        problem.Status.ShouldBe(HttpStatusCode.Forbidden, address);
        problem.Code.ShouldBe("forbidden");
        problem["detail"].GetString().ShouldNotBeNull().ShouldContain(word);
        problem["remedy"].GetString().ShouldNotBeNull().ShouldContain("local_path");
    }
}
