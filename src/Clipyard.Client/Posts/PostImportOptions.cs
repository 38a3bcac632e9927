namespace Clipyard.Client.Posts;

/// <summary>How a table of posts is imported.</summary>
public sealed record PostImportOptions
{
    /// <summary>Whether it is only checked; nothing is made.</summary>
    public bool DryRun { get; init; }

    /// <summary><c>comma</c>, <c>semicolon</c> or <c>tab</c>; null: as the header shows.</summary>
    public string? Delimiter { get; init; }

    /// <summary>
    /// The same key with the same table makes nothing a second time, for seven days, also after this program has ended: 1 to
    /// 200 visible ASCII characters. Null: one for this call alone. Yours is not used for a dry run.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
