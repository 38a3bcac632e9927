using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Archive;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Archive;
using Clipyard.Server.Tests.Network;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class SourceTests(MadeFiles made)
{
    [Fact]
    public async Task An_address_is_fetched_once_and_its_file_staged_with_its_hash()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.mp4");
        var url = host.Web.Add("a.mp4", bytes, "text/plain");

        var post = await host.PrepareAsync(new PostSource(Url: url + "?signature=secret"));

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        host.Web.Requests.ShouldBe(1);
        var file = (await host.FilesAsync(post.Id)).ShouldHaveSingleItem();
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        file.Bytes.ShouldBe(bytes.Length);
        file.ContentType.ShouldBe("video/mp4"); // by content, whatever the host said
        (file.Width, file.Height, file.VideoCodec).ShouldBe((720, 1280, "h264"));
        file.DurationMs.ShouldBe(1000);
        file.FrameRate.ShouldNotBeNull().ShouldBe(30, 0.1);
        (await host.ObjectAsync(file.Object)).ShouldBe(bytes);
        host.Staged().ShouldBe([file.Object]);
        file.Object.ShouldStartWith($"staged/{post.Id}/");
        file.Object.ShouldEndWith("/0.mp4");
        post.Version.ShouldBe(PostVersion.Of(post, [file]));
        host.Unfinished().ShouldBe(0);
    }

    [Theory]
    [InlineData("good.mov", "video/quicktime")]
    [InlineData("good.webm", "video/webm")]
    public async Task Other_containers_are_taken_for_what_they_are(string name, string contentType)
    {
        await using var host = await PreparingHost.StartAsync();
        var url = host.Web.Add("whatever.bin", await made.BytesAsync(name));

        var post = await host.PrepareAsync(new PostSource(Url: url));

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        var file = (await host.FilesAsync(post.Id)).ShouldHaveSingleItem();
        file.ContentType.ShouldBe(contentType);
        Path.GetExtension(file.Object).ShouldBe(Path.GetExtension(name));
    }

    [Fact]
    public async Task An_upload_is_staged_and_then_forgotten()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.mp4");
        var upload = host.Uploads.Add(bytes);

        var post = await host.PrepareAsync(new PostSource(UploadId: upload));

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        (await host.ObjectAsync((await host.FilesAsync(post.Id))[0].Object)).ShouldBe(bytes);
        host.Uploads.Has(upload).ShouldBeFalse();
    }

    [Fact]
    public async Task An_upload_that_cannot_be_removed_does_not_hold_the_post_up()
    {
        await using var host = await PreparingHost.StartAsync();
        var upload = host.Uploads.Add(await made.BytesAsync("good.mp4"));
        host.Uploads.CannotRemove = true;

        (await host.PrepareAsync(new PostSource(UploadId: upload))).State.ShouldBe(PostState.Queued);
    }

    [Fact]
    public async Task A_kept_clip_is_staged_beside_the_archive()
    {
        await using var host = await PreparingHost.StartAsync(setup => setup with { StartScheduler = true });
        await host.Server.LinkAsync("anna", DemoWorld.SunnyGarden);
        var kept = await host.Server.DownloadAsync("anna", "?max_videos=1");

        var post = await host.PrepareAsync(new PostSource(ClipId: kept["videos.0.video_id"].GetString()));

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        var file = (await host.FilesAsync(post.Id)).ShouldHaveSingleItem();
        file.Sha256.ShouldBe(kept["videos.0.sha256"].GetString());
        host.Server.Objects().Count(key => key.StartsWith("tiktok/")).ShouldBe(3); // and its .info.json and cover
    }

    [Fact]
    public async Task Our_own_media_address_is_looked_up_and_not_fetched()
    {
        await using var host = await PreparingHost.StartAsync(setup => setup with { StartScheduler = true });
        await host.Server.LinkAsync("anna", DemoWorld.SunnyGarden);
        var kept = await host.Server.DownloadAsync("anna", "?max_videos=1");

        // Loopback would be refused if it were fetched.
        var post = await host.PrepareAsync(new PostSource(Url: kept["videos.0.local_path"].GetString()));

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        (await host.FilesAsync(post.Id))[0].Sha256.ShouldBe(kept["videos.0.sha256"].GetString());
    }

    [Fact]
    public async Task Pictures_keep_their_order()
    {
        await using var host = await PreparingHost.StartAsync();
        var (jpeg, webp) = (await made.BytesAsync("good.jpg"), await made.BytesAsync("good.webp"));
        var (first, second) = (host.Web.Add("1", webp), host.Web.Add("2", jpeg));

        var post = await host.PrepareAsync(
            new PostSource(Images: [first, second, first]),
            p => (p.Kind, p.Transfer) = (PostKind.Photos, PostTransfer.Pull)
        );

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        var files = await host.FilesAsync(post.Id);
        files.Select(f => f.ContentType).ShouldBe(["image/webp", "image/jpeg", "image/webp"]);
        files.Select(f => (f.Width, f.Height)).ShouldBe([(720, 720), (1080, 1920), (720, 720)]);
        (await host.ObjectAsync(files[1].Object)).ShouldBe(jpeg);
    }
}
