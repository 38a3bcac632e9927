using System.Net;
using System.Text;
using Clipyard.Server.Archive;
using Clipyard.Server.Archive.Provenance;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tests.Provenance;

public sealed class DamageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flipped_bit_is_found_and_named()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[1];
        var path = archive.PathOf(clip.Files[0].Object);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Token);

        var report = await archive.ShouldFindAsync("changed");

        report["findings.0.chain"].GetString().ShouldBe("student:s1");
        report["findings.0.seq"].GetInt64().ShouldBe(2);
        report["findings.0.video_id"].GetString().ShouldBe(clip.VideoId);
        report["findings.0.object"].GetString().ShouldBe(clip.Files[0].Object);
        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain(clip.Sha256);
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var path = archive.PathOf((await archive.ClipsAsync())[0].Files[0].Object);
        await using (var file = File.OpenWrite(path))
        {
            file.SetLength(file.Length - 1);
        }

        await archive.ShouldFindAsync("changed");
    }

    [Fact]
    public async Task Another_clips_bytes_are_recognised_as_a_swap()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clips = await archive.ClipsAsync();
        var other = clips.First(clip => clip.Sha256 != clips[0].Sha256);
        File.Copy(archive.PathOf(other.Files[0].Object), archive.PathOf(clips[0].Files[0].Object), overwrite: true);

        var report = await archive.ShouldFindAsync("swapped");

        report["findings.0.object"].GetString().ShouldBe(clips[0].Files[0].Object);
        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain(other.Files[0].Object);
    }

    [Fact]
    public async Task A_missing_file_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[2];
        File.Delete(archive.PathOf(clip.Files[0].Object));

        var report = await archive.ShouldFindAsync("missing");

        report["findings.0.video_id"].GetString().ShouldBe(clip.VideoId);
    }

    [Theory]
    [InlineData("caption", "'something else'")]
    [InlineData("username", "'somebody'")]
    [InlineData("student_id", "NULL")]
    [InlineData("duration_ms", "1")]
    [InlineData("posted_at", "posted_at + 1")]
    [InlineData("sha256", "'0'")]
    [InlineData("size_bytes", "size_bytes + 1")]
    [InlineData("video_url", "'https://example.com/'")]
    [InlineData("generation", "generation + 1")]
    public async Task An_edited_row_of_a_clip_is_found_with_the_column(string column, string value)
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[0];
        await archive.RawSqlAsync($"UPDATE tiktok_videos SET {column} = {value} WHERE id = {clip.Id}");

        var report = await archive.ShouldFindAsync("row_edited");

        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain($"tiktok_videos.{column}");
    }

    [Theory]
    [InlineData("content_type", "'text/html'")]
    [InlineData("sha256", "'0'")]
    [InlineData("object", "object || 'x'")]
    [InlineData("size_bytes", "0")]
    public async Task An_edited_row_of_a_file_is_found_with_the_column(string column, string value)
    {
        await using var archive = await KeptArchive.StartAsync();
        var file = (await archive.ClipsAsync())[0].Files[0];
        await archive.RawSqlAsync($"UPDATE tiktok_files SET {column} = {value} WHERE id = {file.Id}");

        var report = await archive.ShouldFindAsync("row_edited");

        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain($"tiktok_files.{column}");
    }

    [Fact]
    public async Task A_row_that_was_deleted_behind_the_servers_back_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[0];
        await archive.SqlAsync($"DELETE FROM tiktok_videos WHERE id = {clip.Id}");

        var report = await archive.ShouldFindAsync("row_edited");

        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain("gone");
    }

    [Fact]
    public async Task A_file_and_a_row_that_were_changed_together_are_still_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var file = (await archive.ClipsAsync())[0].Files[0];
        await File.WriteAllTextAsync(archive.PathOf(file.Object), "forged", Token);
        var hash = RecordText.HashOf("forged"u8.ToArray());
        await archive.SqlAsync($"UPDATE tiktok_files SET sha256 = {hash}, size_bytes = 6 WHERE id = {file.Id}");

        var report = await archive.VerifyAsync();

        Kinds(report).ShouldBe(["row_edited", "changed"]);
    }

    [Fact]
    public async Task A_record_that_was_written_anew_is_forged_whoever_could_write_to_the_database()
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.SqlAsync(
            $"UPDATE archive_records SET body = CAST(replace(CAST(body AS TEXT), 'download', 'DOWNLOAD') AS BLOB) WHERE seq = 3"
        );

        (await archive.ShouldFindAsync("forged"))["findings.0.seq"].GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task A_forger_who_computes_the_hashes_anew_lacks_the_key()
    {
        await using var archive = await KeptArchive.StartAsync();
        var record = await archive.ReadAsync(db =>
            db.Records.IgnoreQueryFilters().AsNoTracking().SingleAsync(r => r.Seq == 3, Token)
        );
        var body = Encoding.UTF8.GetString(record.Body ?? []);
        var forged = Encoding.UTF8.GetBytes(body.Replace("\"download\"", "\"import\"", StringComparison.Ordinal));
        var hash = RecordText.HashOf(forged);
        await archive.SqlAsync($"UPDATE archive_records SET body = {forged}, hash = {hash} WHERE seq = 3");
        await archive.SqlAsync($"UPDATE archive_chains SET head = {hash}");

        (await archive.ShouldFindAsync("forged"))["findings.0.message"]
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain("key");
    }

    [Theory]
    [InlineData("video_id = '7000000000000000000'")]
    [InlineData("generation = 7")]
    [InlineData("recorded_at = recorded_at + 1")]
    [InlineData("mac = '00'")]
    [InlineData("body = NULL")]
    [InlineData("erased_at = 1, erased_reason = 'deleted', body = NULL, erased_mac = mac")]
    public async Task An_edited_record_is_forged(string change)
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.RawSqlAsync($"UPDATE archive_records SET {change} WHERE seq = 2");

        var report = await archive.VerifyAsync();

        Kinds(report)[0].ShouldBe("forged", report.Text);
        report["findings.0.seq"].GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Records_missing_in_the_middle_are_named_and_their_clips_too()
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.SqlAsync($"DELETE FROM archive_records WHERE seq = 2");

        var report = await archive.VerifyAsync();

        Kinds(report).ShouldBe(["record_missing", "unrecorded"]);
        report["findings.0.seq"].GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Records_missing_at_the_end_are_named()
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.SqlAsync($"DELETE FROM archive_records WHERE seq >= 2");

        var report = await archive.VerifyAsync();

        Kinds(report).ShouldBe(["record_missing", "unrecorded", "unrecorded"]);
        report["findings.0.message"].GetString().ShouldNotBeNull().ShouldContain("2 to 3");
    }

    [Theory]
    [InlineData("UPDATE archive_chains SET head = 'x'")]
    [InlineData("UPDATE archive_chains SET length = 2")]
    [InlineData("DELETE FROM archive_chains")]
    public async Task A_head_that_does_not_fit_is_a_broken_chain(string sql)
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.RawSqlAsync(sql);

        (await archive.ShouldFindAsync("chain_broken"))["findings.0.chain"].GetString().ShouldBe("student:s1");
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_everything_is_found_only_against_an_exported_head()
    {
        await using var archive = await KeptArchive.StartAsync();
        var heads = (await archive.VerifyAsync())["heads"];
        var clip = (await archive.ClipsAsync())[2];
        await archive.SqlAsync($"DELETE FROM tiktok_videos WHERE id = {clip.Id}");
        await archive.SqlAsync($"DELETE FROM archive_records WHERE seq = 3");
        await archive.SqlAsync(
            $"UPDATE archive_chains SET length = 2, head = (SELECT hash FROM archive_records WHERE seq = 2)"
        );

        (await archive.VerifyAsync())["success"].GetBoolean().ShouldBeTrue();
        (await archive.ShouldFindAsync("truncated", new { heads }))["findings.0.seq"].GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task A_whole_chain_that_is_gone_is_found_against_an_exported_head()
    {
        await using var archive = await KeptArchive.StartAsync();
        var heads = (await archive.VerifyAsync())["heads"];
        (await archive.Host.DeleteAsync("/tiktok/student/s1")).Status.ShouldBe(HttpStatusCode.OK);

        await archive.ShouldBeIntactAsync();
        await archive.ShouldFindAsync("truncated", new { heads });
    }

    [Fact]
    public async Task A_clip_that_was_added_without_a_record_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        await archive.InScopeAsync(
            async (db, _) =>
            {
                db.Clips.Add(
                    new Clip
                    {
                        OwnerId = db.Scope.Owner.Id,
                        StudentId = "s1",
                        Username = "sunny.garden",
                        VideoId = "7000000000000000001",
                        VideoUrl = "https://www.tiktok.com/@sunny.garden/video/7000000000000000001",
                        Sha256 = new string('0', 64),
                        Chain = "student:s1",
                        RecordSeq = 3,
                    }
                );
                await db.SaveChangesAsync(Token);
            }
        );

        var report = await archive.ShouldFindAsync("unrecorded");

        report["findings.0.video_id"].GetString().ShouldBe("7000000000000000001");
    }

    [Fact]
    public async Task A_changed_or_missing_info_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clips = await archive.ClipsAsync();
        var changed = InfoObject.KeyOf(clips[0]).ShouldNotBeNull();
        var missing = InfoObject.KeyOf(clips[1]).ShouldNotBeNull();
        await File.AppendAllTextAsync(archive.PathOf(changed), " ", Token);
        File.Delete(archive.PathOf(missing));

        var report = await archive.VerifyAsync();

        Kinds(report).ShouldBe(["info_changed", "info_missing"]);
        report["findings.0.object"].GetString().ShouldBe(changed);
        report["findings.1.object"].GetString().ShouldBe(missing);
    }

    [Fact]
    public async Task An_object_that_no_row_knows_is_a_note_and_no_damage()
    {
        await using var archive = await KeptArchive.StartAsync();
        var path = archive.PathOf("tiktok/sunny.garden/left-behind.mp4");
        await File.WriteAllTextAsync(path, "x", Token);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));

        var report = await archive.VerifyAsync();

        report["success"].GetBoolean().ShouldBeTrue();
        report["notes.0.kind"].GetString().ShouldBe("orphaned");
        report["notes.0.object"].GetString().ShouldBe("tiktok/sunny.garden/left-behind.mp4");
        report["notes"].GetArrayLength().ShouldBe(1);
    }

    private static List<string?> Kinds(JsonAnswer report) =>
        [.. report["findings"].EnumerateArray().Select(finding => finding.GetProperty("kind").GetString())];
}
