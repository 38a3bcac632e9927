namespace Clipyard.Server.Identity;

/// <summary>The present password and the next.</summary>
internal sealed record ChangePasswordRequest(string? Current, string? New)
{
    /// <summary>Secrets do not belong into logs.</summary>
    public override string ToString() => nameof(ChangePasswordRequest);
}
