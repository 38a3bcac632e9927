namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>A verification between two steps: what is asked, where it stands, what was found. Kept as JSON with its job.</summary>
internal sealed class VerifyRun
{
    public static VerifyRun Begin(Guid id, VerifyRequest request, DateTimeOffset now) =>
        new()
        {
            Id = id,
            StartedAt = now,
            StudentId = request.StudentId,
            ExpectedHeads = request.Heads ?? new Dictionary<string, ChainHead>(StringComparer.Ordinal),
        };

    /// <summary>Whose <see cref="RunningHashes"/> entry it is.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Only this student's chain; null: everything.</summary>
    public string? StudentId { get; init; }

    /// <summary>Heads that were exported earlier.</summary>
    public IReadOnlyDictionary<string, ChainHead> ExpectedHeads { get; init; } =
        new Dictionary<string, ChainHead>(StringComparer.Ordinal);

    public VerifyStage Stage { get; set; }

    /// <summary>How many records there were at the beginning, for progress.</summary>
    public long? TotalRecords { get; set; }

    /// <summary>The chain at hand, or the last one that is done; null before the first.</summary>
    public string? Chain { get; set; }

    /// <summary>Whether <see cref="Chain"/> is still at hand.</summary>
    public bool IsInChain { get; set; }

    /// <summary>The last record that is done, and its hash.</summary>
    public long Seq { get; set; }

    public string Prev { get; set; } = "";

    /// <summary>The next file of the record after <see cref="Seq"/>; null while that record itself is not checked.</summary>
    public int? FileIndex { get; set; }

    /// <summary>The last clip that is done.</summary>
    public long ClipId { get; set; }

    /// <summary>The last object that is done.</summary>
    public string? AfterKey { get; set; }

    public VerifyReport Report { get; init; } = new();

    public VerifyProgress ProgressAt(string? videoId) =>
        new(Report.Checked.Records, TotalRecords, Report.Checked.Bytes, Report.FindingsTotal, videoId);
}
