namespace Clipyard.Server.Identity;

/// <summary>The present password and the next.</summary>
internal sealed record ChangePasswordRequest(string? Current = null, string? New = null)
{
    /// <summary>Secrets do not belong into logs.</summary>
    public override string ToString() => nameof(ChangePasswordRequest);
}
