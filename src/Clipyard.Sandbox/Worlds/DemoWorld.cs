namespace Clipyard.Sandbox.Worlds;

/// <summary>
/// The names in the world that a sandbox starts with. Tests and examples rely on them; they do not depend on the seed.
/// </summary>
public static class DemoWorld
{
    /// <summary>Verified; 13 videos, one of them pinned.</summary>
    public const string SunnyGarden = "sunny.garden";

    /// <summary>43 videos, for paging; its pages overlap by two posts and hold one fewer than asked for.</summary>
    public const string HarborLights = "harbor_lights";

    /// <summary>Two photo posts and a video.</summary>
    public const string PaperBoats = "paper.boats";

    /// <summary>Private: 10222, no video count.</summary>
    public const string QuietAttic = "quiet_attic";

    /// <summary>10222 although its videos can be seen.</summary>
    public const string HalfOpen = "half_open";

    /// <summary>No posts.</summary>
    public const string EmptyShelf = "empty_shelf";

    /// <summary>A name of digits; one video.</summary>
    public const string NumericName = "6820838815978423302";

    /// <summary>A name with a leading dot; one video.</summary>
    public const string PaperKites = ".paper.kites";

    /// <summary>Five videos weeks apart; its list looks back seven days and leaves empty lists out.</summary>
    public const string SlowLantern = "slow_lantern";

    /// <summary>Its profile page has no data; only the embed page leads on.</summary>
    public const string HiddenDoor = "hidden.door";

    /// <summary>Owner of the posts that cannot be shown, and of the old page forms.</summary>
    public const string OddCorner = "odd_corner";

    /// <summary>10221: the account is gone.</summary>
    public const string Banned = "banned_bakery";

    /// <summary>10202: never existed.</summary>
    public const string NoSuchUser = "nobody_here_at_all";

    /// <summary>sunny.garden: an ordinary video with two H.264 and two H.265 encodings.</summary>
    public const string PlainVideo = "7676039855859302657";

    /// <summary>sunny.garden: emoji before hashtags and mentions, line breaks as U+2028.</summary>
    public const string RichCaption = "7675427874559230210";

    /// <summary>sunny.garden: no caption at all.</summary>
    public const string EmptyCaption = "7674151118221082883";

    /// <summary>sunny.garden: pinned on top of the list although it is her oldest.</summary>
    public const string Pinned = "7591846041452544260";

    /// <summary>sunny.garden: the 1080p H.265 has a lower bitrate than the 540p H.264.</summary>
    public const string LowBitrate1080 = "7673212268434948357";

    /// <summary>sunny.garden: its H.265 address ends in /media-video-hvc1/ and has no sound.</summary>
    public const string VideoOnlyHevc = "7672286483939328262";

    /// <summary>sunny.garden: one encoding is bytevc2, which nothing plays; its bytes are H.265.</summary>
    public const string Bytevc2 = "7671384562282004743";

    /// <summary>sunny.garden: the first media host answers 404.</summary>
    public const string DeadMirror = "7670132433286332680";

    /// <summary>sunny.garden: speech recognition and translation as WebVTT, the creator's own as JSON.</summary>
    public const string WithSubtitles = "7668969910193357065";

    /// <summary>sunny.garden: marked as an advertisement; no watermarked download.</summary>
    public const string Advertisement = "7667620860965683466";

    /// <summary>sunny.garden: one H.264 encoding named 480p.</summary>
    public const string Only480 = "7664597603421257995";

    /// <summary>sunny.garden: its sound was taken away (no playUrl).</summary>
    public const string Muted = "7661579130470400268";

    /// <summary>sunny.garden: the music object is empty.</summary>
    public const string EmptyMusic = "7659128422131302669";

    /// <summary>paper.boats: four images with a sound.</summary>
    public const string Photos = "7676484384974438913";

    /// <summary>paper.boats: one image, offered as WebP first.</summary>
    public const string SinglePhoto = "7672773533230694914";

    /// <summary>paper.boats: a video between photo posts.</summary>
    public const string PaperBoatsVideo = "7669433766661325315";

    /// <summary>10204 item_privacy_authorization&amp;status_deleted.</summary>
    public const string Removed = "7635232083089818369";

    /// <summary>10204 item doesn't exist; no such post in the world.</summary>
    public const string NeverExisted = "7635603168264192770";

    /// <summary>10216.</summary>
    public const string PrivatePost = "7635974253438567171";

    /// <summary>10231.</summary>
    public const string RegionLocked = "7636345338612941572";

    /// <summary>10204 cross_border_violation_ur.</summary>
    public const string CrossBorder = "7636716423787315973";

    /// <summary>isContentClassified without video.</summary>
    public const string AgeRestricted = "7637087508961690374";

    /// <summary>302 to /login.</summary>
    public const string LoginWall = "7637458594136064775";

    /// <summary>10204 author_status,status_reviewing.</summary>
    public const string InReview = "7637829679310439176";

    /// <summary>10217, taken down in review.</summary>
    public const string TakenDown = "7637845141192704777";

    /// <summary>A playable video whose item has no author.</summary>
    public const string WithoutAuthor = "7638200764484813578";

    /// <summary>HTTP 404, as very old posts.</summary>
    public const string GonePage = "6738690301801267979";

    /// <summary>10222, a post of quiet_attic.</summary>
    public const string PrivateAccountPost = "7623728442684211980";

    /// <summary>Its page is the phone page of May 2026 (api-data) whoever asks.</summary>
    public const string OldMobile = "7627068209253581581";

    /// <summary>Its page is one of 2022 (SIGI_STATE).</summary>
    public const string SigiState = "7107548965129421582";

    /// <summary>Its page is one of 2022 (sigi-persisted-data).</summary>
    public const string SigiPersisted = "7118681520360653583";

    /// <summary>Its page is one of 2020 (__NEXT_DATA__).</summary>
    public const string NextData = "6904565374746624784";

    /// <summary>Its page is as a browser saves it.</summary>
    public const string BrowserSaved = "7627439294427955985";

    /// <summary>Its page is the phone page of early 2026 whoever asks.</summary>
    public const string Reflow = "7627810379602330386";

    /// <summary>Its page is valid but names no post.</summary>
    public const string Shell = "7628181464776704787";

    /// <summary>Status 100004, which nobody explains.</summary>
    public const string UnknownStatus = "7628552549951079188";

    /// <summary>A video of the account with the numeric name.</summary>
    public const string NumericCreatorVideo = "7669743004306637589";

    /// <summary>A video of .paper.kites.</summary>
    public const string PaperKitesVideo = "7670485174655386390";

    /// <summary>A video of half_open that can be seen.</summary>
    public const string HalfOpenVideo = "7670856259829760791";

    /// <summary>A video of hidden.door, whose profile page has no data.</summary>
    public const string HiddenDoorVideo = "7670887183594291992";

    /// <summary>vm.tiktok.com, vt.tiktok.com or /t/: leads to <see cref="PlainVideo"/>.</summary>
    public const string VideoCode = "ZTsunny01";

    /// <summary>Leads to <see cref="Photos"/> under /photo/.</summary>
    public const string PhotoCode = "ZTboats01";

    /// <summary>Leads to the home page.</summary>
    public const string ExpiredCode = "ZTfaded01";

    /// <summary>No such code: leads to the home page.</summary>
    public const string UnknownCode = "ZTnobody1";

    /// <summary>Leads to <c>/@/video/ID</c>, as in 2022.</summary>
    public const string EmptyUserCode = "ZTnoname1";

    /// <summary>Leads to <c>m.tiktok.com/v/ID.html</c> with status 301.</summary>
    public const string OldCode = "ZTolden01";

    /// <summary>Leads to <see cref="Removed"/>.</summary>
    public const string RemovedCode = "ZTgone001";

    /// <summary>Leads to the profile of <see cref="SunnyGarden"/>.</summary>
    public const string ProfileCode = "ZTwho0001";

    /// <summary>Leads to itself.</summary>
    public const string LoopCode = "ZTloop001";

    /// <summary>Leads off TikTok, to <c>example.org</c>.</summary>
    public const string ForeignCode = "ZTaway001";

    /// <summary>A collection with the videos of <see cref="SunnyGarden"/>.</summary>
    public const string CollectionId = "7371330159376370462";
}
