namespace Clipyard.Pages.Payloads;

/// <summary>Who made a post, as the post carries it.</summary>
internal sealed class AuthorPayload
{
    public string? Id { get; set; }

    public string? UniqueId { get; set; }

    public string? Nickname { get; set; }

    /// <summary>How embed pages spell it.</summary>
    public string? NickName { get; set; }

    public string? SecUid { get; set; }

    public bool? Verified { get; set; }

    public string? AvatarLarger { get; set; }

    public string? AvatarMedium { get; set; }

    public string? AvatarThumb { get; set; }
}
