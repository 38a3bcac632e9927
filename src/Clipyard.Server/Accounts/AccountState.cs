namespace Clipyard.Server.Accounts;

/// <summary>Whether an account can be used.</summary>
internal enum AccountState
{
    /// <summary>Its tokens work, as far as is known.</summary>
    Connected,

    /// <summary>Only its person can make it work again, by connecting it once more; the row says why.</summary>
    NeedsReconnect,

    /// <summary>Somebody ended the connection. Kept so that its posts still have an account.</summary>
    Disconnected,
}
