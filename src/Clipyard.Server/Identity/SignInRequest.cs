namespace Clipyard.Server.Identity;

/// <summary>A name and a password.</summary>
internal sealed record SignInRequest(string? Name = null, string? Password = null)
{
    /// <summary>Secrets do not belong into logs.</summary>
    public override string ToString() => nameof(SignInRequest);
}
