using System.Net;
using System.Security.Cryptography;

namespace Clipyard.Server.Tests.Uploads;

public sealed class UploadTests
{
    private static readonly byte[] Bytes = UploadClient.Video(300_000);

    [Fact]
    public async Task What_uploads_can_do_is_told()
    {
        await using var host = await UploadHost.StartAsync();

        var answer = await host.Client.SendAsync(HttpMethod.Options, "/api/uploads", body: null, ("Tus-Resumable", ""));

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers["Tus-Version"].ShouldBe("1.0.0");
        answer.Headers["Tus-Extension"].ShouldBe("creation,creation-with-upload,expiration,termination");
        answer.Headers["Tus-Max-Size"].ShouldBe("4294967296");
    }

    [Fact]
    public async Task A_file_comes_in_pieces_and_is_whole()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        (await host.Client.OffsetAsync(path)).ShouldBe(0);

        var offset = 0;
        foreach (var piece in (int[])[1, 6, 9, 100_000, 0, 199_984])
        {
            var answer = await host.Client.AppendAsync(path, offset, Bytes[offset..(offset + piece)]);
            offset += piece;

            answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
            answer.Headers["Upload-Offset"].ShouldBe(offset.ToString());
            answer.Headers["Tus-Resumable"].ShouldBe("1.0.0");
            (await host.Client.OffsetAsync(path)).ShouldBe(offset);
        }

        await ShouldHoldAsync(host, path, Bytes);
    }

    [Fact]
    public async Task The_first_bytes_may_come_with_the_beginning()
    {
        await using var host = await UploadHost.StartAsync();

        var half = await BeginWithAsync(host, Bytes[..100_000]);
        half.Status.ShouldBe(HttpStatusCode.Created, half.Text);
        half.Headers["Upload-Offset"].ShouldBe("100000");
        half["offset"].GetInt64().ShouldBe(100_000);
        half["length"].GetInt64().ShouldBe(Bytes.Length);
        var path = UploadClient.PathOf(half);
        path.ShouldEndWith(half["upload_id"].GetString()!);
        await host.Client.AppendAsync(path, 100_000, Bytes[100_000..]);
        await ShouldHoldAsync(host, path, Bytes);

        var whole = await BeginWithAsync(host, Bytes);
        whole.Headers["Upload-Offset"].ShouldBe(Bytes.Length.ToString());
        await ShouldHoldAsync(host, UploadClient.PathOf(whole), Bytes);
    }

    [Fact]
    public async Task What_was_said_at_the_beginning_is_told_again()
    {
        var clock = new ManualClock();
        await using var host = await UploadHost.StartAsync(clock);
        const string metadata = "filename QzpcdmlkZW9zXG15IGNsaXAubXA0,filetype dmlkZW8vbXA0,is_confidential";
        var begun = await host.Client.TryBeginAsync("16", ("Upload-Metadata", metadata));
        var path = UploadClient.PathOf(begun);

        var head = await host.Client.HeadAsync(path);

        head.Headers["Upload-Length"].ShouldBe("16");
        head.Headers["Upload-Offset"].ShouldBe("0");
        head.Headers["Upload-Metadata"].ShouldBe(metadata);
        head.Headers["Upload-Expires"].ShouldBe("Wed, 02 Sep 2026 12:00:00 GMT");
        head.Headers["Cache-Control"].ShouldBe("no-store");

        clock.Advance(TimeSpan.FromHours(23));
        await host.Client.AppendAsync(path, 0, Bytes[..16]);

        (await host.Client.HeadAsync(path)).Headers["Upload-Expires"].ShouldBe("Thu, 03 Sep 2026 11:00:00 GMT");
        (await host.FindAsync(path)).ShouldNotBeNull().FileName.ShouldBe("my clip.mp4");
    }

    [Fact]
    public async Task The_same_beginning_twice_makes_one_upload()
    {
        await using var host = await UploadHost.StartAsync();

        var first = await host.Client.TryBeginAsync("1000", ("Idempotency-Key", "one"));
        await host.Client.AppendAsync(UploadClient.PathOf(first), 0, Bytes[..600]);
        var again = await host.Client.TryBeginAsync("1000", ("Idempotency-Key", "one"));

        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Headers["Location"].ShouldBe(first.Headers["Location"]);
        again.Headers["Upload-Offset"].ShouldBe("600");
    }

    [Fact]
    public async Task What_is_ended_is_gone_with_its_bytes()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..1_000]);
        host.FileSizes().ShouldBe([1_000]);

        (await host.Client.EndAsync(path)).Status.ShouldBe(HttpStatusCode.NoContent);

        host.FileSizes().ShouldBeEmpty();
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.AppendAsync(path, 1_000, Bytes[1_000..])).Code.ShouldBe("not_found");
        (await host.Client.EndAsync(path)).Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task More_than_ordinary_requests_may_bring_is_taken()
    {
        await using var host = await UploadHost.StartAsync(settings: ("Limits:BodyBytes", "1024"));
        var path = await host.Client.BeginAsync(Bytes.Length);

        (await host.Client.AppendAsync(path, 0, Bytes)).Status.ShouldBe(HttpStatusCode.NoContent);

        await ShouldHoldAsync(host, path, Bytes);
    }

    private static async Task ShouldHoldAsync(UploadHost host, string path, byte[] bytes)
    {
        var upload = (await host.FindAsync(path)).ShouldNotBeNull();
        upload.Bytes.ShouldBe(bytes.Length);
        upload.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        upload.ContentType.ShouldBe("video/mp4");
        var token = TestContext.Current.CancellationToken;
        await using var stream = await host.AsOwnerAsync((uploads, _) => uploads.OpenReadAsync(upload.Id, token));
        (await SHA256.HashDataAsync(stream, token)).ShouldBe(SHA256.HashData(bytes));
    }

    private static Task<JsonAnswer> BeginWithAsync(UploadHost host, byte[] first) =>
        host.Client.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            new ByteArrayContent(first),
            ("Upload-Length", Bytes.Length.ToString())
        );
}
