using System.Net;
using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tests.Uploads;

public sealed class ReceivedUploadsTests
{
    private static readonly byte[] Bytes = UploadClient.Video(300_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_is_received_in_one_pass()
    {
        await using var host = await UploadHost.StartAsync();

        var upload = await ReceiveAsync(host, Bytes);

        upload.Bytes.ShouldBe(Bytes.Length);
        upload.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Bytes)));
        upload.ContentType.ShouldBe("video/mp4");
        upload.FileName.ShouldBe("clip.mp4");
        (await host.AsOwnerAsync((uploads, _) => uploads.FindAsync(upload.Id, Token))).ShouldBe(upload);
        (await host.Client.OffsetAsync($"/api/uploads/{upload.Id}")).ShouldBe(Bytes.Length);
    }

    [Theory]
    [InlineData("video_too_large", 300_000, 200_000, 1_000_000)]
    [InlineData("quota_exceeded", 300_000, 1_000_000, 200_000)]
    [InlineData("unsupported_media", 0, 1_000_000, 1_000_000)]
    public async Task What_is_refused_leaves_nothing(string code, int bytes, long largest, long allowance)
    {
        await using var host = await UploadHost.StartAsync(
            settings:
            [
                ("Publishing:MaxVideoBytes", largest.ToString()),
                ("Uploads:MaxBytesPerOwner", allowance.ToString()),
            ]
        );

        var error = await Should.ThrowAsync<ClipyardException>(() => ReceiveAsync(host, Bytes[..bytes]));

        error.Code.ShouldBe(code);
        host.FileSizes().ShouldBeEmpty();
        (await host.AsOwnerAsync((_, db) => db.Set<Upload>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_nothing()
    {
        await using var host = await UploadHost.StartAsync();

        await Should.ThrowAsync<IOException>(() =>
            host.AsOwnerAsync((uploads, _) => uploads.ReceiveAsync(new BrokenStream(Bytes), "clip.mp4", Token))
        );

        host.FileSizes().ShouldBeEmpty();
        (await host.AsOwnerAsync((_, db) => db.Set<Upload>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_whole_cannot_be_taken()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..1_000]);

        (await Should.ThrowAsync<ClipyardException>(() => host.FindAsync(path))).Code.ShouldBe("conflict");
        (await Should.ThrowAsync<ClipyardException>(() => TakeAsync(host, UploadClient.IdOf(path)))).Code.ShouldBe(
            "conflict"
        );
    }

    [Fact]
    public async Task What_a_post_took_is_nobody_elses_and_stays_until_it_is_removed()
    {
        var clock = new ManualClock();
        await using var host = await UploadHost.StartAsync(clock);
        var upload = await ReceiveAsync(host, Bytes);
        var path = $"/api/uploads/{upload.Id}";

        await TakeAsync(host, upload.Id);

        (await Should.ThrowAsync<ClipyardException>(() => TakeAsync(host, upload.Id))).Code.ShouldBe("not_found");
        (await host.FindAsync(path)).ShouldBeNull();
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.Client.EndAsync(path)).Status.ShouldBe(HttpStatusCode.Gone);
        clock.Advance(TimeSpan.FromDays(3));
        await host.SweepAsync();
        host.FileSizes().ShouldBe([Bytes.Length]);
        await using (var stream = await host.AsOwnerAsync((uploads, _) => uploads.OpenReadAsync(upload.Id, Token)))
        {
            (await SHA256.HashDataAsync(stream, Token)).ShouldBe(SHA256.HashData(Bytes));
        }

        await RemoveAsync(host, upload.Id);
        await RemoveAsync(host, upload.Id);

        host.FileSizes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taking_that_is_not_saved_takes_nothing()
    {
        await using var host = await UploadHost.StartAsync();
        var upload = await ReceiveAsync(host, Bytes);

        await host.AsOwnerAsync(
            async (uploads, db) =>
            {
                await uploads.TakeAsync(db, upload.Id, Token);
                return true;
            }
        );

        (await host.FindAsync($"/api/uploads/{upload.Id}")).ShouldBe(upload);
    }

    [Fact]
    public async Task Of_two_posts_one_takes_it()
    {
        await using var host = await UploadHost.StartAsync();
        var upload = await ReceiveAsync(host, Bytes);

        await host.AsOwnerAsync(
            async (uploads, db) =>
            {
                await uploads.TakeAsync(db, upload.Id, Token);
                await TakeAsync(host, upload.Id);
                await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Token));
                return true;
            }
        );
    }

    [Fact]
    public async Task Bytes_of_a_taken_upload_move_without_being_copied()
    {
        await using var host = await UploadHost.StartAsync();
        var upload = await ReceiveAsync(host, Bytes);
        var goal = Path.Combine(host.Host.DataFolder, "media", "staged.mp4");
        Task<bool> MoveAsync() => host.AsOwnerAsync((uploads, _) => uploads.MoveAsync(upload.Id, goal, Token));

        (await MoveAsync()).ShouldBeFalse();
        await TakeAsync(host, upload.Id);
        (await MoveAsync()).ShouldBeTrue();
        (await MoveAsync()).ShouldBeTrue();

        host.FileSizes().ShouldBeEmpty();
        (await File.ReadAllBytesAsync(goal, Token)).ShouldBe(Bytes);
        File.Delete(goal);
        (await MoveAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_nobody_took_in_time_is_swept_away()
    {
        var clock = new ManualClock();
        await using var host = await UploadHost.StartAsync(clock);
        var old = await ReceiveAsync(host, Bytes);
        var half = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(half, 0, Bytes[..1_000]);
        clock.Advance(TimeSpan.FromHours(1));
        await ReceiveAsync(host, Bytes[..5_000]);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, Guid.NewGuid().ToString("N")), "left behind", Token);

        await host.SweepAsync();
        host.FileSizes().Order().ShouldBe([1_000, 5_000, Bytes.Length]);

        clock.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(5));
        await host.SweepAsync();
        host.FileSizes().ShouldBe([5_000]);
        (await host.Client.HeadAsync($"/api/uploads/{old.Id}")).Status.ShouldBe(HttpStatusCode.Gone);

        clock.Advance(TimeSpan.FromDays(8));
        await host.SweepAsync();
        host.FileSizes().ShouldBeEmpty();
        (await host.Client.HeadAsync($"/api/uploads/{old.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<CompletedUpload> ReceiveAsync(UploadHost host, byte[] bytes) =>
        host.AsOwnerAsync((uploads, _) => uploads.ReceiveAsync(new MemoryStream(bytes), "clip.mp4", Token));

    private static Task TakeAsync(UploadHost host, Guid id) =>
        host.AsOwnerAsync(
            async (uploads, db) =>
            {
                await uploads.TakeAsync(db, id, Token);
                return await db.SaveChangesAsync(Token);
            }
        );

    private static Task RemoveAsync(UploadHost host, Guid id) =>
        host.AsOwnerAsync(
            async (uploads, _) =>
            {
                await uploads.RemoveAsync(id, Token);
                return true;
            }
        );

    /// <summary>Breaks where it should end.</summary>
    private sealed class BrokenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0
                ? read
                : throw new IOException("Broken.");
    }
}
