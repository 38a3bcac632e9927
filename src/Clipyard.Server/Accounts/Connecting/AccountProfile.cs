namespace Clipyard.Server.Accounts.Connecting;

/// <summary>What TikTok says of an account's person; null where it said nothing.</summary>
internal sealed record AccountProfile(string? Username, string? DisplayName, string? AvatarUrl)
{
    public static AccountProfile Unknown { get; } = new(null, null, null);
}
