using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;

namespace Clipyard.Links;

/// <summary>What an address that somebody gave leads to. One of the nested cases; there are no others.</summary>
public abstract record TikTokLink
{
    private TikTokLink() { }

    /// <summary>The canonical address: https, <c>www.tiktok.com</c> where that host serves it, no query, no fragment.</summary>
    public abstract string CanonicalUrl { get; }

    /// <summary>Reads what a person pasted. Pure: nothing is asked from the network.</summary>
    /// <remarks>
    /// Accepts every shape of address in <c>docs/tiktok-web.md</c> with or without scheme, <c>@name</c>, a bare
    /// secUid (also <c>tiktokuser:SECUID</c>) and a bare post id of 17 to 20 digits. White space around is ignored.
    /// </remarks>
    /// <param name="text">An address or one of the short forms; at most 4,096 characters.</param>
    /// <param name="link">What it leads to. <see cref="Foreign"/> and <see cref="Unsupported"/> are answers, too.</param>
    /// <returns>False when the text is no address at all.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TikTokLink? link)
    {
        link = LinkReader.Read(text);
        return link is not null;
    }

    /// <summary>As <see cref="TryParse"/>, for callers that want the failure named.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: no address at all. <c>foreign_url</c>, <c>unsupported_url</c>: nothing to read there.
    /// </exception>
    public static TikTokLink Parse(string text)
    {
        if (!TryParse(text, out var link))
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "This is no address of a post or creator.");
        }

        return link switch
        {
            Foreign => throw new ClipyardException(FailureCatalogue.ForeignUrl),
            Unsupported(var kind) => throw new ClipyardException(FailureCatalogue.UnsupportedUrl, $"It is: {kind}."),
            _ => link,
        };
    }

    /// <summary>The canonical address.</summary>
    public sealed override string ToString() => CanonicalUrl;

    /// <summary>A post addressed as a video. TikTok ignores the user part, so it proves nothing.</summary>
    /// <param name="Id">The post.</param>
    /// <param name="Username">The user part of the address, without <c>@</c>; null when it has none or a placeholder.</param>
    public sealed record Video(VideoId Id, string? Username = null) : TikTokLink
    {
        /// <inheritdoc />
        public override string CanonicalUrl => $"https://www.tiktok.com/@{Username}/video/{Id}";
    }

    /// <summary>A post addressed as a photo post (slideshow). What it really is, its page says.</summary>
    /// <param name="Id">The post.</param>
    /// <param name="Username">The user part of the address, without <c>@</c>; null when it has none or a placeholder.</param>
    public sealed record Photo(VideoId Id, string? Username = null) : TikTokLink
    {
        /// <inheritdoc />
        public override string CanonicalUrl => $"https://www.tiktok.com/@{Username}/photo/{Id}";
    }

    /// <summary>A short link; where it leads only TikTok knows.</summary>
    /// <param name="Host"><c>vm.tiktok.com</c>, <c>vt.tiktok.com</c> or <c>www.tiktok.com</c> (then below <c>/t/</c>).</param>
    /// <param name="Code">The code: letters, digits and underscores.</param>
    public sealed record ShortLink(string Host, string Code) : TikTokLink
    {
        /// <inheritdoc />
        public override string CanonicalUrl =>
            Host.StartsWith('v') ? $"https://{Host}/{Code}/" : $"https://www.tiktok.com/t/{Code}/";
    }

    /// <summary>A creator.</summary>
    /// <param name="Name">The username without <c>@</c>, or a secUid (it begins with <c>MS4wLjABAAAA</c>).</param>
    public sealed record Profile(string Name) : TikTokLink
    {
        /// <summary>Whether <see cref="Name"/> is a secUid, which names the creator for ever, unlike a username.</summary>
        public bool IsSecUid => LinkReader.IsSecUid(Name);

        /// <inheritdoc />
        public override string CanonicalUrl => $"https://www.tiktok.com/@{Name}";
    }

    /// <summary>An address on TikTok that Clipyard does not read.</summary>
    /// <param name="Kind">What it leads to.</param>
    public sealed record Unsupported(UnsupportedKind Kind) : TikTokLink
    {
        /// <summary>The address without query and fragment.</summary>
        public required string Url { get; init; }

        /// <inheritdoc />
        public override string CanonicalUrl => Url;
    }

    /// <summary>An address that is not TikTok's.</summary>
    /// <param name="Host">Its host in lower case.</param>
    public sealed record Foreign(string Host) : TikTokLink
    {
        /// <summary>Only the host, since nothing is known about the rest.</summary>
        public override string CanonicalUrl => $"https://{Host}/";
    }
}
