using Clipyard.CrashMatrix.Material;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A way in which posts go out.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="IsDirect">A post, or a draft.</param>
/// <param name="IsPull">Fetched by TikTok, or sent by us.</param>
/// <param name="IsLarge">Many chunks, or one.</param>
/// <param name="IsPhotos">Two photos, or a video.</param>
/// <param name="Refreshes">Whether the account's token has to be refreshed on the way.</param>
internal sealed record Mode(
    string Name,
    bool IsDirect = false,
    bool IsPull = false,
    bool IsLarge = false,
    bool IsPhotos = false,
    bool Refreshes = false
)
{
    public static readonly IReadOnlyList<Mode> All =
    [
        new("inbox-upload"),
        new("inbox-upload-chunks", IsLarge: true),
        new("inbox-pull", IsPull: true),
        new("inbox-pull-large", IsPull: true, IsLarge: true),
        new("inbox-photos", IsPull: true, IsPhotos: true),
        new("direct-upload", IsDirect: true),
        new("direct-upload-chunks", IsDirect: true, IsLarge: true),
        new("direct-pull", IsDirect: true, IsPull: true),
        new("direct-pull-large", IsDirect: true, IsPull: true, IsLarge: true),
        new("direct-photos", IsDirect: true, IsPull: true, IsPhotos: true),
        new("refresh", Refreshes: true),
    ];

    /// <summary>The SHA-256 of the first file of the post of this name.</summary>
    public string Sha256Of(string name) =>
        this switch
        {
            { IsPhotos: true } => new Photo(name).Sha256(),
            { IsLarge: true } => Clip.Large(name).Sha256(),
            _ => Clip.Small(name).Sha256(),
        };

    /// <summary>The body that asks for it.</summary>
    public object BodyOf(AskedPost post, string origin) =>
        new
        {
            source = IsPhotos
                ? (object)new { images = new[] { $"{origin}/photo/{post.Name}.jpg", $"{origin}/photo/{post.Name}-2.jpg" } }
                : new { url = $"{origin}/{(IsLarge ? "large" : "small")}/{post.Name}.mp4" },
            mode = IsDirect ? "direct" : "inbox",
            transfer = IsPull ? "pull" : "upload",
            account_id = post.AccountId,
            content = post.Name,
            schedule_time = post.ScheduledFor,
            privacy_level = IsDirect ? "SELF_ONLY" : null,
        };
}
