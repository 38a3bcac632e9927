using System.Text;

namespace Clipyard.Server.Accounts.Answers;

/// <summary>Where to send a browser.</summary>
/// <param name="Url">TikTok's consent page.</param>
/// <param name="State">What TikTok sends back with it; good once.</param>
/// <param name="ExpiresAt">Until when it is awaited.</param>
internal sealed record OAuthUrlAnswer(string Url, string State, DateTimeOffset ExpiresAt)
{
    // The state is for one browser alone.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ExpiresAt = ").Append(ExpiresAt);
        return true;
    }
}
