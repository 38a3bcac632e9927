namespace Clipyard.Server.Audit;

/// <summary>The words for what people and keys did.</summary>
internal static class AuditActions
{
    public const string SignedIn = "sign_in.ok";
    public const string SignInFailed = "sign_in.failed";
    public const string SignInLocked = "sign_in.locked";
    public const string SignedOutEverywhere = "sign_out.everywhere";
    public const string PasswordConfirmed = "password.confirmed";
    public const string PasswordChanged = "password.changed";
    public const string PasswordReset = "password.reset";
    public const string PersonAdded = "person.added";
    public const string RoleChanged = "person.role_changed";
    public const string KeyMade = "key.made";
    public const string KeyChanged = "key.changed";
    public const string KeyRevoked = "key.revoked";
}
