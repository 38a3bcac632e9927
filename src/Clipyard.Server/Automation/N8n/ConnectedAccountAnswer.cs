using Clipyard.Server.Accounts;

namespace Clipyard.Server.Automation.N8n;

/// <summary>A connected account, as far as a workflow needs it.</summary>
/// <param name="AccountId">What <c>account_id</c> and <c>default_account_id</c> take.</param>
/// <param name="Username">The @name; null while TikTok has not said it.</param>
/// <param name="DisplayName">The nickname; null while TikTok has not said it.</param>
/// <param name="State">Whether it can be used.</param>
internal sealed record ConnectedAccountAnswer(Guid AccountId, string? Username, string? DisplayName, AccountState State)
{
    public static ConnectedAccountAnswer Of(ConnectedAccount account) =>
        new(account.Id, account.Username, account.DisplayName, account.State);
}
