namespace Clipyard.Server.Accounts.Answers;

/// <summary>Which account is disconnected.</summary>
/// <param name="AccountId">Its id; may be left out when there is only one.</param>
internal sealed record DisconnectRequest(Guid? AccountId = null);
