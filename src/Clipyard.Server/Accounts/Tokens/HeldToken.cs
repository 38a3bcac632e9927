using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.Tokens;

/// <summary>A token to call with, and which one of the account's it is.</summary>
internal sealed record HeldToken(AccessToken Token, long Version);
