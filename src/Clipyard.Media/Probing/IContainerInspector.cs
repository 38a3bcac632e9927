namespace Clipyard.Media.Probing;

/// <summary>Watches a file of one family of containers pass by.</summary>
internal interface IContainerInspector
{
    /// <summary>Bytes seen so far.</summary>
    long Position { get; }

    MediaInfo? Info { get; }

    StructureVerdict? Fault { get; }

    /// <summary>How many of the next bytes need not be shown: they may be passed with <see cref="Skip"/>. Null: all.</summary>
    long? SkippableBytes { get; }

    void Append(ReadOnlySpan<byte> bytes);

    void Skip(long count);

    MediaReport Complete();
}
