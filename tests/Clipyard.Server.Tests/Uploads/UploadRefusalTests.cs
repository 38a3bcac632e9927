using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Uploads;

public sealed class UploadRefusalTests
{
    private static readonly byte[] Bytes = UploadClient.Video(50_000);

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1_001)]
    [InlineData(60_000)]
    public async Task Another_offset_than_the_servers_is_refused(long offset)
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..1_000]);

        var answer = await host.Client.AppendAsync(path, offset, Bytes[..10]);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Code.ShouldBe("conflict");
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain("has 1000 bytes");
        (await host.Client.OffsetAsync(path)).ShouldBe(1_000);
        host.FileSizes().ShouldBe([1_000]);
    }

    [Fact]
    public async Task Two_at_once_do_not_write_to_one_upload()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        using var held = new HeldBody(Bytes[..30_000], Bytes[30_000..], Bytes.Length);
        var first = host.Client.AppendAsync(path, 0, held);
        await ShouldArriveAsync(host, 30_000);

        var second = await host.Client.AppendAsync(path, 0, Bytes);
        held.GoOn();

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Headers.GetValueOrDefault("Retry-After").ShouldNotBeNull();
        (await first).Status.ShouldBe(HttpStatusCode.NoContent);
        (await host.FindAsync(path)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_owners_upload_is_not_there()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..1_000]);
        var ben = await Someone.AddAsync(host.Host, "ben", scopes: "read draft");
        var theirs = new UploadClient(host.Host.CreateClient(ben.Key));

        (await theirs.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.AppendAsync(path, 1_000, Bytes[1_000..])).Code.ShouldBe("not_found");
        (await theirs.EndAsync(path)).Code.ShouldBe("not_found");

        (await host.Client.OffsetAsync(path)).ShouldBe(1_000);
    }

    [Fact]
    public async Task A_key_without_the_scope_uploads_nothing()
    {
        await using var host = await UploadHost.StartAsync();
        var ben = await Someone.AddAsync(host.Host, "ben", scopes: "read archive");

        var answer = await new UploadClient(host.Host.CreateClient(ben.Key)).TryBeginAsync("1000");

        answer.Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task What_has_expired_is_gone()
    {
        var clock = new ManualClock();
        await using var host = await UploadHost.StartAsync(clock);
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..1_000]);
        clock.Advance(TimeSpan.FromHours(24));

        var answer = await host.Client.AppendAsync(path, 1_000, Bytes[1_000..]);

        answer.Status.ShouldBe(HttpStatusCode.Gone);
        answer.Code.ShouldBe("not_found");
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.Client.EndAsync(path)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_a_byte_is_sent()
    {
        await using var host = await UploadHost.StartAsync(settings: ("Publishing:MaxVideoBytes", "1000"));

        (await host.Client.TryBeginAsync("1000")).Status.ShouldBe(HttpStatusCode.Created);
        var answer = await host.Client.TryBeginAsync("1001");

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Code.ShouldBe("video_too_large");
    }

    [Theory]
    [InlineData("a picture", "\u0089PNG\r\n\u001a\n0123456789")]
    [InlineData("a page", "<!DOCTYPE html><html>")]
    [InlineData("text", "Hello, this is a text.")]
    [InlineData("a zip", "PK\u0003\u0004012345678901234")]
    [InlineData("an HEIC picture", "\0\0\0\u0018ftypheic0123456789")]
    [InlineData("a sound", "\0\0\0\u0018ftypM4A 0123456789")]
    [InlineData("a box too small", "\0\0\0\u0003ftypisom0123456789")]
    [InlineData("an unknown box", "\0\0\0\u0018xxxxisom0123456789")]
    [InlineData("zeros", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public async Task What_cannot_be_a_video_is_refused_at_its_first_bytes(string name, string start)
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(1_000_000);

        var answer = await host.Client.AppendAsync(path, 0, Encoding.Latin1.GetBytes(start));

        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType, name);
        answer.Code.ShouldBe("unsupported_media");
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        host.FileSizes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifteen_bytes_do_not_slip_through()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(20);
        (await host.Client.AppendAsync(path, 0, new byte[15])).Status.ShouldBe(HttpStatusCode.NoContent);
        (await host.Client.AppendAsync(path, 15, new byte[5])).Code.ShouldBe("unsupported_media");

        var small = await host.Client.BeginAsync(7);
        (await host.Client.AppendAsync(small, 0, new byte[7])).Code.ShouldBe("unsupported_media");
    }

    [Theory]
    [InlineData("0", HttpStatusCode.UnsupportedMediaType, "unsupported_media")]
    [InlineData(null, HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("-1", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("1e3", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("+10", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("9223372036854775807", HttpStatusCode.RequestEntityTooLarge, "video_too_large")]
    public async Task A_length_that_is_none_is_refused(string? length, HttpStatusCode status, string code)
    {
        await using var host = await UploadHost.StartAsync();

        var answer = await host.Client.TryBeginAsync(length);

        answer.Status.ShouldBe(status);
        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_length_to_be_told_later_is_refused()
    {
        await using var host = await UploadHost.StartAsync();

        var answer = await host.Client.TryBeginAsync(length: null, ("Upload-Defer-Length", "1"));

        answer.Code.ShouldBe("invalid_parameter");
        answer["remedy"].GetString().ShouldNotBeNull().ShouldContain("Upload-Length");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.2.2")]
    public async Task Another_version_of_the_protocol_is_refused(string version)
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);

        (HttpMethod Method, string Path)[] calls =
        [
            (HttpMethod.Post, "/api/uploads"),
            (HttpMethod.Patch, path),
            (HttpMethod.Head, path),
            (HttpMethod.Delete, path),
        ];
        foreach (var call in calls)
        {
            var answer = await host.Client.SendAsync(call.Method, call.Path, body: null, ("Tus-Resumable", version));

            answer.Status.ShouldBe(HttpStatusCode.PreconditionFailed, call.Method.Method);
            answer.Headers["Tus-Version"].ShouldBe("1.0.0");
        }
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        using var body = new ByteArrayContent(Bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");

        var answer = await host.Client.AppendAsync(path, 0, body);

        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Code.ShouldBe("invalid_parameter");
        (await host.Client.OffsetAsync(path)).ShouldBe(0);
    }

    [Fact]
    public async Task More_than_was_announced_is_refused()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(1_000);

        var said = await host.Client.AppendAsync(path, 0, Bytes[..1_001]);
        said.Code.ShouldBe("invalid_parameter");
        (await host.Client.OffsetAsync(path)).ShouldBe(0);

        using var unsaid = new HeldBody(Bytes[..900], Bytes[..101]);
        unsaid.GoOn();
        (await host.Client.AppendAsync(path, 0, unsaid)).Code.ShouldBe("invalid_parameter");
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        host.FileSizes().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("filename ====")]
    [InlineData("filename YQ==,filename YQ==")]
    [InlineData("filename YQ== x")]
    [InlineData(",")]
    [InlineData("filename YQ==,")]
    public async Task Metadata_that_cannot_be_read_is_refused(string metadata)
    {
        await using var host = await UploadHost.StartAsync();

        var answer = await host.Client.TryBeginAsync("1000", ("Upload-Metadata", metadata));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain("Upload-Metadata");
    }

    [Fact]
    public async Task An_owner_has_so_many_uploads_and_so_many_bytes()
    {
        await using var host = await UploadHost.StartAsync(
            settings: [("Uploads:MaxPerOwner", "3"), ("Uploads:MaxBytesPerOwner", "10000")]
        );
        var first = await host.Client.BeginAsync(4_000);
        await host.Client.BeginAsync(5_000);

        (await host.Client.TryBeginAsync("1001")).Code.ShouldBe("quota_exceeded");
        await host.Client.BeginAsync(1_000);
        await host.Client.EndAsync(first);
        await host.Client.BeginAsync(10);
        var fourth = await host.Client.TryBeginAsync("10");

        fourth.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        fourth.Code.ShouldBe("quota_exceeded");
        fourth["remedy"].GetString().ShouldNotBeNull().ShouldContain("DELETE");
    }

    [Fact]
    public async Task An_owner_sends_so_many_at_once()
    {
        await using var host = await UploadHost.StartAsync(settings: ("Uploads:MaxAtOncePerOwner", "1"));
        var path = await host.Client.BeginAsync(Bytes.Length);
        var other = await host.Client.BeginAsync(Bytes.Length);
        using var held = new HeldBody(Bytes[..30_000], Bytes[30_000..], Bytes.Length);
        var first = host.Client.AppendAsync(path, 0, held);
        await ShouldArriveAsync(host, 30_000);

        (await host.Client.AppendAsync(other, 0, Bytes)).Code.ShouldBe("quota_exceeded");
        held.GoOn();
        await first;

        (await host.Client.AppendAsync(other, 0, Bytes)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Room_is_kept_on_the_disk()
    {
        var space = new StubSpace { Free = 100_000_000 };
        await using var host = await UploadHost.StartAsync(
            space: space,
            settings: ("Storage:KeepFreeBytes", "50000000")
        );

        (await host.Client.TryBeginAsync("50000001")).Code.ShouldBe("storage_full");

        var video = UploadClient.Video(20 << 20);
        var path = await host.Client.BeginAsync(video.Length);
        space.Free = 49_999_999;
        var answer = await host.Client.AppendAsync(path, 0, video);
        answer.Status.ShouldBe(HttpStatusCode.InsufficientStorage);

        // What came before is kept, and when there is room again it goes on.
        space.Free = 100_000_000;
        var offset = await host.Client.OffsetAsync(path);
        offset.ShouldBeInRange(1, 8 << 20);
        await host.Client.AppendAsync(path, offset, video[(int)offset..]);
        (await host.FindAsync(path)).ShouldNotBeNull().Bytes.ShouldBe(video.Length);
    }

    [Theory]
    [InlineData("Uploads:MaxPerOwner", "0")]
    [InlineData("Uploads:MaxBytesPerOwner", "0")]
    [InlineData("Uploads:MaxAtOncePerOwner", "101")]
    [InlineData("Uploads:KeepFor", "1.00:00:01")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string name, string value)
    {
        var error = await Should.ThrowAsync<Exception>(() => UploadHost.StartAsync(settings: (name, value)));

        error.Message.ShouldContain(name);
    }

    private static async Task ShouldArriveAsync(UploadHost host, long bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!host.FileSizes().Contains(bytes))
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private sealed class StubSpace : IDiskSpace
    {
        public long Free { get; set; }

        public long FreeBytes(string folder) => Free;
    }
}
