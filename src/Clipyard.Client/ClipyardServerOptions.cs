namespace Clipyard.Client;

/// <summary>How patiently a <see cref="ClipyardServerClient"/> asks.</summary>
public sealed record ClipyardServerOptions
{
    /// <summary>How long one request may take until its answer is read whole; for files and events, until it begins. 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a byte a file or an event stream counts as cut off. 60 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a request that may be repeated is repeated after a passing failure: those that only read, and those
    /// with an <c>Idempotency-Key</c>. 3; 0 for never.
    /// </summary>
    public int Retries { get; init; } = 3;

    /// <summary>A longer <c>Retry-After</c> is not waited for but thrown. 60 s.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long watching a job outlasts a server that cannot be reached, such as one that restarts. 2 min.</summary>
    public TimeSpan LongestOutage { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock that waits are measured with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
