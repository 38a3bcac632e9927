namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>What one try came to.</summary>
internal sealed record AttemptResult
{
    /// <summary>The receiver's status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Why it was in vain, in a sentence; null when it was not.</summary>
    public string? Error { get; init; }

    /// <summary>Whether another try makes no sense.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether it is this server that cannot send: the message waits, and its receiver is not to blame.</summary>
    public bool IsPutOff { get; init; }

    /// <summary>Whether the receiver says that it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether anything was sent at all.</summary>
    public bool WasSent { get; init; } = true;

    public TimeSpan? RetryAfter { get; init; }

    public string? Response { get; init; }

    public TimeSpan Duration { get; init; }

    public bool IsReceived => Error is null;
}
