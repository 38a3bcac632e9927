namespace Clipyard.Client.Webhooks;

/// <summary>What messages are signed with.</summary>
public sealed record SigningSecret
{
    /// <summary><c>whsec_</c> and base64; null when the server cannot read it any more: rotate it.</summary>
    public string? Secret { get; init; }

    /// <summary>Until when the one before signs beside it; null when there is none.</summary>
    public DateTimeOffset? OldUntil { get; init; }

    /// <summary>What may be shown: secrets do not belong into logs.</summary>
    public override string ToString() => nameof(SigningSecret);
}
