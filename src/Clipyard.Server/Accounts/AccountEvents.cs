using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Events;

namespace Clipyard.Server.Accounts;

/// <summary>Tells what happens to accounts: on the event stream and in the audit log, in the transaction that does it.</summary>
internal sealed class AccountEvents(IEventLog events, IAuditLog audit)
{
    public const string ConnectedEvent = "account.connected";
    public const string ReconnectNeededEvent = "account.reconnect_needed";
    public const string DisconnectedEvent = "account.disconnected";

    /// <summary>Who does what nobody asked for.</summary>
    public const string System = "system";

    public void Connected(ClipyardDb db, TikTokAccount account, string actor) =>
        Add(db, account, ConnectedEvent, actor, AccountState.Connected, reason: null);

    public void ReconnectNeeded(ClipyardDb db, TikTokAccount account, string reason) =>
        Add(db, account, ReconnectNeededEvent, System, AccountState.NeedsReconnect, reason);

    public void Disconnected(ClipyardDb db, TikTokAccount account, string actor, string reason) =>
        Add(db, account, DisconnectedEvent, actor, AccountState.Disconnected, reason);

    private void Add(
        ClipyardDb db,
        TikTokAccount account,
        string type,
        string actor,
        AccountState state,
        string? reason
    )
    {
        var data = new AccountEventData(account.Id, account.Username, account.DisplayName, state, reason);
        events.Add(db, type, $"{account.Id}", data);
        audit.Add(db, account.OwnerId, actor, type, $"{account.Id}", data);
    }
}
