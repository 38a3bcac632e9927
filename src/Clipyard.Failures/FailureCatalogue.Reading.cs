namespace Clipyard.Failures;

// Reading TikTok: links, pages, media.
public static partial class FailureCatalogue
{
    /// <summary>This TikTok address is of a kind that Clipyard does not read.</summary>
    public static Failure UnsupportedUrl { get; } =
        new(
            "unsupported_url",
            "This TikTok address is of a kind that Clipyard does not read.",
            "Give the address of one video, one photo post, or a creator's profile."
        );

    /// <summary>This is not a TikTok address.</summary>
    public static Failure ForeignUrl { get; } =
        new(
            "foreign_url",
            "This is not a TikTok address.",
            "Give an address on tiktok.com, for example https://www.tiktok.com/@name/video/7123456789012345678."
        );

    /// <summary>This short link leads nowhere: it has expired or never existed.</summary>
    public static Failure ShortLinkExpired { get; } =
        new(
            "short_link_expired",
            "This short link leads nowhere: it has expired or never existed.",
            "Ask whoever shared it for the full address of the post."
        );

    /// <summary>TikTok says that this post does not exist: it was removed, or is withheld from where you are.</summary>
    public static Failure VideoRemoved { get; } =
        new(
            "video_removed",
            "TikTok says that this post does not exist: it was removed, or is withheld from where you are.",
            "Open the address in a browser. If it plays there, your network is refused: try another network or --proxy."
        );

    /// <summary>TikTok shows nothing here, for a reason that Clipyard does not know.</summary>
    public static Failure ContentUnavailable { get; } =
        new(
            "content_unavailable",
            "TikTok shows nothing here, for a reason that Clipyard does not know.",
            "Open the address in a browser. If it is shown there, report the status number with `clipyard parse FILE -j`."
        );

    /// <summary>Its creator keeps this post private.</summary>
    public static Failure VideoPrivate { get; } =
        new(
            "video_private",
            "Its creator keeps this post private.",
            "Ask the creator, or pass the cookies of an account that may see it with --cookies."
        );

    /// <summary>TikTok does not show this where you are.</summary>
    public static Failure RegionBlocked { get; } =
        new(
            "region_blocked",
            "TikTok does not show this where you are.",
            "Use a network exit in a country where it is shown, for example with --proxy."
        );

    /// <summary>TikTok shows this only to people who are signed in.</summary>
    public static Failure LoginRequired { get; } =
        new(
            "login_required",
            "TikTok shows this only to people who are signed in.",
            "Export the cookies of a signed-in browser and pass the file with --cookies."
        );

    /// <summary>TikTok shows this only to signed-in adults.</summary>
    public static Failure AgeRestricted { get; } =
        new(
            "age_restricted",
            "TikTok shows this only to signed-in adults.",
            "Export the cookies of a signed-in adult's browser and pass the file with --cookies."
        );

    /// <summary>TikTok refuses this network or this client.</summary>
    public static Failure BlockedByTikTok { get; } =
        new(
            "blocked_by_tiktok",
            "TikTok refuses this network or this client.",
            "Wait some minutes and ask less often (--rate), or use another network exit (--proxy) or a browser's --cookies.",
            isTransient: true
        );

    /// <summary>The page holds no post or profile where Clipyard knows to look.</summary>
    public static Failure PageChanged { get; } =
        new(
            "page_changed",
            "The page holds no post or profile where Clipyard knows to look.",
            "Check that the address is a post. If it is, save the page and report it with `clipyard parse FILE -j`; --engine yt-dlp may work meanwhile."
        );

    /// <summary>The page ended before its data did.</summary>
    public static Failure PageIncomplete { get; } =
        new(
            "page_incomplete",
            "The page ended before its data did.",
            "Try again; if it is a saved file, save it again in full.",
            isTransient: true
        );

    /// <summary>There is no such creator.</summary>
    public static Failure NoSuchUser { get; } =
        new(
            "no_such_user",
            "There is no such creator.",
            "Check the spelling; the creator may have changed the name or been banned."
        );

    /// <summary>This creator's account is private.</summary>
    public static Failure PrivateAccount { get; } =
        new(
            "private_account",
            "This creator's account is private.",
            "Ask the creator, or pass the cookies of a follower's account with --cookies."
        );

    /// <summary>The media address has lapsed and a fresh page gave no working one.</summary>
    public static Failure MediaExpired { get; } =
        new(
            "media_expired",
            "The media address has lapsed and a fresh page gave no working one.",
            "Try again; media addresses live for about two days, so do not keep them.",
            isTransient: true
        );

    /// <summary>The file ended early or has not the announced length.</summary>
    public static Failure MediaIncomplete { get; } =
        new(
            "media_incomplete",
            "The file ended early or has not the announced length.",
            "Try again; what was fetched so far is resumed where possible.",
            isTransient: true
        );

    /// <summary>What was received is not a whole media file.</summary>
    public static Failure MediaCorrupt { get; } =
        new(
            "media_corrupt",
            "What was received is not a whole media file.",
            "Try again or choose another quality with --quality.",
            isTransient: true
        );

    /// <summary>TikTok answered with another post than the one asked for.</summary>
    public static Failure WrongVideo { get; } =
        new(
            "wrong_video",
            "TikTok answered with another post than the one asked for.",
            "Try again later; nothing was kept.",
            isTransient: true
        );

    /// <summary>The post has no rendition of the kind asked for.</summary>
    public static Failure QualityUnavailable { get; } =
        new(
            "quality_unavailable",
            "The post has no rendition of the kind asked for.",
            "List what there is with `clipyard info URL` and choose one, or leave --quality out."
        );

    /// <summary>TikTok asked us to slow down.</summary>
    public static Failure RateLimited { get; } =
        new(
            "rate_limited",
            "TikTok asked us to slow down.",
            "Wait, then ask less often: --rate sets requests a minute.",
            isTransient: true
        );

    /// <summary>The connection failed.</summary>
    public static Failure NetworkError { get; } =
        new(
            "network_error",
            "The connection failed.",
            "Check the network and the proxy settings; `clipyard doctor` tests them.",
            isTransient: true
        );

    private static IEnumerable<Failure> Reading =>
        [
            UnsupportedUrl,
            ForeignUrl,
            ShortLinkExpired,
            VideoRemoved,
            ContentUnavailable,
            VideoPrivate,
            RegionBlocked,
            LoginRequired,
            AgeRestricted,
            BlockedByTikTok,
            PageChanged,
            PageIncomplete,
            NoSuchUser,
            PrivateAccount,
            MediaExpired,
            MediaIncomplete,
            MediaCorrupt,
            WrongVideo,
            QualityUnavailable,
            RateLimited,
            NetworkError,
        ];
}
