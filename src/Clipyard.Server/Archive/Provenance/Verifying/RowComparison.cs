namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Whether the database still says what the record says.</summary>
internal static class RowComparison
{
    /// <summary>The columns that differ: <c>tiktok_videos.caption</c>.</summary>
    public static List<string> FindDifferences(Clip clip, RecordBody body)
    {
        List<string> different = [];
        Compare("student_id", clip.StudentId, body.StudentId);
        Compare("username", clip.Username, body.Username);
        Compare("video_url", clip.VideoUrl, body.VideoUrl);
        Compare("kind", RecordText.KindOf(clip), body.Kind);
        Compare("caption", clip.Caption, body.Caption);
        Compare("duration_ms", clip.DurationMs, body.DurationMs);
        Compare("posted_at", RecordText.Instant(clip.PostedAt), body.PostedAt);
        Compare("stored_at", RecordText.Instant(clip.StoredAt), body.StoredAt);
        Compare("generation", clip.Generation, body.Generation);
        Compare(
            "size_bytes",
            clip.SizeBytes,
            body.Files.Where(file => !CoverObject.Is(file.Object)).Sum(file => file.SizeBytes)
        );
        Compare("sha256", clip.Sha256, body.Files.MinBy(file => file.Position)?.Sha256);
        CompareFiles(clip, body, different);
        return different;

        void Compare<T>(string column, T row, T record)
        {
            if (!EqualityComparer<T>.Default.Equals(row, record))
            {
                different.Add($"tiktok_videos.{column}");
            }
        }
    }

    private static void CompareFiles(Clip clip, RecordBody body, List<string> different)
    {
        var rows = clip.Files.OrderBy(file => file.Position).Select(RecordText.Describe).ToList();
        if (rows.Count != body.Files.Count)
        {
            different.Add($"tiktok_files ({rows.Count} rows, {body.Files.Count} recorded)");
            return;
        }

        foreach (var (row, recorded) in rows.Zip(body.Files).Where(pair => pair.First != pair.Second))
        {
            different.AddRange(
                new[]
                {
                    row.Position == recorded.Position ? null : "position",
                    row.Object == recorded.Object ? null : "object",
                    row.ContentType == recorded.ContentType ? null : "content_type",
                    row.SizeBytes == recorded.SizeBytes ? null : "size_bytes",
                    row.Sha256 == recorded.Sha256 ? null : "sha256",
                }
                    .OfType<string>()
                    .Select(column => $"tiktok_files.{column} of {recorded.Object}")
            );
        }
    }
}
