namespace Clipyard.Server.Accounts;

/// <summary>Calls that TikTok limits per minute and user token.</summary>
internal enum TikTokCall
{
    /// <summary>Any of the three inits: 6 a minute.</summary>
    Init,

    /// <summary>Creator info: 20 a minute.</summary>
    CreatorInfo,

    /// <summary>Status of a post: 30 a minute.</summary>
    Status,
}
