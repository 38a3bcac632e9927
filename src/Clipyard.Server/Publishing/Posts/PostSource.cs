namespace Clipyard.Server.Publishing.Posts;

/// <summary>Where the files come from, as it was asked. Exactly one of the first four is set.</summary>
/// <param name="ClipId">A clip of the archive, by TikTok's id of the video.</param>
/// <param name="UploadId">A completed upload of ours.</param>
/// <param name="Url">An https address, fetched once.</param>
/// <param name="Images">https addresses of pictures, each fetched once, in their order.</param>
/// <param name="Hosts">
/// The only hosts that <paramref name="Url"/> and its redirects may be on, as patterns like <c>*.example.com</c>; null:
/// any that the guard lets through.
/// </param>
internal sealed record PostSource(
    string? ClipId = null,
    Guid? UploadId = null,
    string? Url = null,
    IReadOnlyList<string>? Images = null,
    IReadOnlyList<string>? Hosts = null
);
