using System.ComponentModel;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>What a person knows about a post whose outcome TikTok never told.</summary>
internal sealed record RetryBody
{
    [Description(
        "True: somebody has looked, and TikTok has neither a post nor a draft of it. Needs the scope approve."
    )]
    public bool NotPosted { get; init; }
}
