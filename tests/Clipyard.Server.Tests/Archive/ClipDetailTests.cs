using System.Net;
using System.Security.Cryptography;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Provenance;

namespace Clipyard.Server.Tests.Archive;

public sealed class ClipDetailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clip_is_shown_with_its_proof()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");

        var answer = await host.GetAsync($"/api/v1/clips/{DemoWorld.PlainVideo}");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["clip.video_id"].GetString().ShouldBe(DemoWorld.PlainVideo);
        answer["clip.student_id"].GetString().ShouldBe("anna");
        answer["record.chain"].GetString().ShouldBe("student:anna");
        answer["record.origin"].GetString().ShouldBe("download");
        answer["record.source_url"].GetString().ShouldNotBeNull().ShouldContain(DemoWorld.PlainVideo);
        answer["record.rendition"].GetString().ShouldNotBeNullOrEmpty();
        answer["record.probe"].GetProperty("video_codec").GetString().ShouldBe("h264");
        var files = answer["record.files"].EnumerateArray().ToList();
        files[0].GetProperty("sha256").GetString().ShouldBe(answer["clip.sha256"].GetString());
        files[1].GetProperty("object").GetString().ShouldNotBeNull().ShouldEndWith(".cover.jpg");
        files[1].GetProperty("content_type").GetString().ShouldBe("image/jpeg");
        using var browser = host.CreateClient();
        var record = await browser.GetByteArrayAsync(answer["record.info_url"].GetString(), Cancellation);
        Convert.ToHexStringLower(SHA256.HashData(record)).ShouldBe(answer["record.hash"].GetString());
    }

    [Fact]
    public async Task What_is_not_kept_is_not_found()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        (await host.GetAsync("/api/v1/clips/7123456789012345678")).Code.ShouldBe("not_found");
        (await host.PostAsync("/api/v1/clips/7123456789012345678/verify")).Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_clip_that_is_as_it_was_verifies_with_its_cover()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[1];

        var report = await archive.Host.PostAsync($"/api/v1/clips/{clip.VideoId}/verify");

        report.Status.ShouldBe(HttpStatusCode.OK, report.Text);
        report["success"].GetBoolean().ShouldBeTrue(report.Text);
        report["checked.records"].GetInt64().ShouldBe(1);
        report["checked.files"].GetInt64().ShouldBe(2);
        report["checked.bytes"].GetInt64().ShouldBe(clip.Files.Sum(file => file.SizeBytes));
    }

    [Theory]
    [InlineData("UPDATE tiktok_videos SET caption = 'another' WHERE video_id = '{0}'", "row_edited")]
    [InlineData("UPDATE archive_records SET mac = '00' WHERE video_id = '{0}'", "forged")]
    [InlineData("DELETE FROM archive_records WHERE video_id = '{0}'", "unrecorded")]
    [InlineData("DELETE FROM archive_records WHERE seq = 1", "record_missing")]
    public async Task What_was_done_behind_the_servers_back_is_named(string sql, string kind)
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[1];

        await archive.RawSqlAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, clip.VideoId));

        var report = await archive.Host.PostAsync($"/api/v1/clips/{clip.VideoId}/verify");
        report["success"].GetBoolean().ShouldBeFalse();
        report["findings_total"].GetInt64().ShouldBe(1, report.Text);
        report["findings.0.kind"].GetString().ShouldBe(kind, report.Text);
        report["findings.0.video_id"].GetString().ShouldBe(kind == "record_missing" ? null : clip.VideoId);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_named_and_others_clips_are_not_blamed()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clips = await archive.ClipsAsync();

        await File.WriteAllBytesAsync(archive.PathOf(clips[0].Files[0].Object), new byte[10], Cancellation);

        var damaged = await archive.Host.PostAsync($"/api/v1/clips/{clips[0].VideoId}/verify");
        damaged["findings.0.kind"].GetString().ShouldBe("changed");
        var whole = await archive.Host.PostAsync($"/api/v1/clips/{clips[1].VideoId}/verify");
        whole["success"].GetBoolean().ShouldBeTrue(whole.Text);
    }
}
