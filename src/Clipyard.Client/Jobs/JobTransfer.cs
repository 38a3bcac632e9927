namespace Clipyard.Client.Jobs;

/// <summary>How far the file is that a job fetches at this moment.</summary>
public sealed record JobTransfer
{
    /// <summary>The post.</summary>
    public string? VideoId { get; init; }

    /// <summary>Bytes so far.</summary>
    public long Bytes { get; init; }

    /// <summary>The whole length in bytes; null until announced.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The present rate.</summary>
    public double BytesPerSecond { get; init; }

    /// <summary>Milliseconds left at this rate; null while unknown.</summary>
    public double? TimeLeftMs { get; init; }
}
