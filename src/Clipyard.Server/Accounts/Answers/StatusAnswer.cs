namespace Clipyard.Server.Accounts.Answers;

/// <summary>What is connected.</summary>
/// <param name="Connected">Whether at least one account can be used.</param>
/// <param name="Mode">What stands behind the app: <c>clipyard-sandbox</c>, <c>tiktok-sandbox</c> or <c>production</c>.</param>
/// <param name="Accounts">All accounts that nobody has disconnected, in the order of their connecting.</param>
internal sealed record StatusAnswer(bool Connected, string Mode, IReadOnlyList<AccountAnswer> Accounts);
