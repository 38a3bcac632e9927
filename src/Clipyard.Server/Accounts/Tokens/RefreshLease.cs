namespace Clipyard.Server.Accounts.Tokens;

/// <summary>That this process fetches new tokens for an account.</summary>
/// <param name="Holder">What the row is signed with.</param>
/// <param name="TookOver">Whether another process had it before: its answer may still be on the way.</param>
internal sealed record RefreshLease(string Holder, bool TookOver);
