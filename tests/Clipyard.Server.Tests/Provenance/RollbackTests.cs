using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tests.Provenance;

public sealed class RollbackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_generation_put_back_with_all_its_rows_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var old = (await archive.ClipsAsync())[0];
        var info = archive.PathOf(old.Files[0].Object.Replace(".mp4", ".info.json", StringComparison.Ordinal));
        var (oldBytes, oldInfo) = (
            await File.ReadAllBytesAsync(archive.PathOf(old.Files[0].Object), Token),
            await File.ReadAllBytesAsync(info, Token)
        );
        await archive.KeepAsync("s1", "sunny.garden", 3, force: true);

        // Whoever writes to database and store, but has not the archive's key, makes the newer record look older.
        await File.WriteAllBytesAsync(archive.PathOf(old.Files[0].Object), oldBytes, Token);
        await File.WriteAllBytesAsync(info, oldInfo, Token);
        await archive.InScopeAsync((db, _) => PointBackAsync(db, old));

        var report = await archive.VerifyAsync();

        report["success"].GetBoolean().ShouldBeFalse(report.Text);
        report["findings"]
            .EnumerateArray()
            .ShouldContain(finding =>
                finding.GetProperty("kind").GetString() == "row_edited"
                && finding.GetProperty("video_id").GetString() == old.VideoId
            );
    }

    private static async Task PointBackAsync(ClipyardDb db, Clip old)
    {
        var records = await db
            .Records.Where(r => r.VideoId == old.VideoId)
            .OrderBy(r => r.Seq)
            .Select(r => r.Id)
            .ToListAsync(Token);
        records.Count.ShouldBe(2);
        await MoveAsync(db, records[0], -1);
        await MoveAsync(db, records[1], records[0]);
        await MoveAsync(db, -1, records[1]);

        var clip = await db.Clips.Include(c => c.Files).SingleAsync(c => c.VideoId == old.VideoId, Token);
        (clip.RecordSeq, clip.Generation, clip.StoredAt) = (old.RecordSeq, old.Generation, old.StoredAt);
        (clip.Sha256, clip.SizeBytes) = (old.Sha256, old.SizeBytes);
        (clip.Files[0].Object, clip.Files[0].Sha256) = (old.Files[0].Object, old.Files[0].Sha256);
        await db.SaveChangesAsync(Token);
    }

    private static Task MoveAsync(ClipyardDb db, long from, long to) =>
        db.Database.ExecuteSqlAsync($"UPDATE archive_records SET id = {to} WHERE id = {from}", Token);
}
