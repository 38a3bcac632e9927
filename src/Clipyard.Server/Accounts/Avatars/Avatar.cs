namespace Clipyard.Server.Accounts.Avatars;

/// <summary>A picture of an account, whole and of a kind that browsers show.</summary>
internal sealed record Avatar(byte[] Content, string ContentType, string Sha256);
