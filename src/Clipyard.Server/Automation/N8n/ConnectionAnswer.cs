namespace Clipyard.Server.Automation.N8n;

/// <summary>That address and key are right, and what can be done with them.</summary>
/// <param name="Success">Always true: a wrong key is answered with 401.</param>
/// <param name="User">Whose key it is.</param>
/// <param name="TiktokConnected">Whether at least one account can be used.</param>
/// <param name="Accounts">Those that nobody has disconnected, in the order of their connecting.</param>
/// <param name="Version">The server's.</param>
internal sealed record ConnectionAnswer(
    bool Success,
    string User,
    bool TiktokConnected,
    IReadOnlyList<ConnectedAccountAnswer> Accounts,
    string Version
);
