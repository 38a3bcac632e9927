namespace Clipyard;

/// <summary>What a client did since it was made. A snapshot: it does not change.</summary>
public sealed record ClipyardStatistics
{
    /// <summary>Calls to Get and Download methods that ended, items of <c>...Many</c> methods one by one.</summary>
    public required long Operations { get; init; }

    /// <summary>Operations that ended in a failure.</summary>
    public required long Failures { get; init; }

    /// <summary>Requests that went out, retries included.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests a second since the first one.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Half the latest 1,000 requests had their headers within this time.</summary>
    public required TimeSpan RequestP50 { get; init; }

    /// <summary>95 in 100 of the latest 1,000 requests had their headers within this time.</summary>
    public required TimeSpan RequestP95 { get; init; }

    /// <summary>Operations a second since the first one.</summary>
    public required double OperationsPerSecond { get; init; }

    /// <summary>Half the latest 1,000 operations ended within this time.</summary>
    public required TimeSpan OperationP50 { get; init; }

    /// <summary>95 in 100 of the latest 1,000 operations ended within this time.</summary>
    public required TimeSpan OperationP95 { get; init; }

    /// <summary>Metadata answered from memory, as a share from 0 to 1; null before the first look-up.</summary>
    public required double? CacheHitRate { get; init; }

    /// <summary>Bytes of bodies received, pages and media.</summary>
    public required long BytesReceived { get; init; }

    /// <summary>Requests that were repeated after a passing failure.</summary>
    public required long Retries { get; init; }

    /// <summary>"Please wait..." pages that were answered.</summary>
    public required long Challenges { get; init; }

    /// <summary>
    /// Managed bytes allocated by the whole process per operation of this client since it was made; null before the
    /// first. Only meaningful where the client is the process's main work.
    /// </summary>
    public required long? ManagedBytesPerOperation { get; init; }

    /// <summary>The process's resident memory now, in bytes.</summary>
    public required long WorkingSetBytes { get; init; }
}
