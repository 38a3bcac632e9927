namespace Clipyard.Client.Videos;

/// <summary>Who posted it.</summary>
public sealed record PostAuthor
{
    /// <summary>TikTok's id of the account.</summary>
    public string? Id { get; init; }

    /// <summary>The name, without @.</summary>
    public string? Username { get; init; }

    /// <summary>The shown name.</summary>
    public string? Nickname { get; init; }

    /// <summary>TikTok's other id of the account.</summary>
    public string? SecUid { get; init; }

    /// <summary>Whether TikTok verified the account.</summary>
    public bool? Verified { get; init; }

    /// <summary>The picture's address.</summary>
    public string? AvatarUrl { get; init; }
}
