using System.Text;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Where to send the browser, and until when.</summary>
internal sealed record StartedConnection(Uri Address, string State, DateTimeOffset ExpiresAt)
{
    // The state and the address that holds it are for one browser alone.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ExpiresAt = ").Append(ExpiresAt);
        return true;
    }
}
