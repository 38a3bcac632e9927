using System.Globalization;
using System.Net.Http.Json;
using Clipyard.CrashMatrix.Material;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A way in which posts go out.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="IsDirect">A post, or a draft.</param>
/// <param name="IsPull">Fetched by TikTok, or sent by us.</param>
/// <param name="IsLarge">Many chunks, or one.</param>
/// <param name="IsPhotos">Two photos, or a video.</param>
/// <param name="IsForm">Its file comes with the question, or from an address.</param>
/// <param name="Refreshes">Whether the account's token has to be refreshed on the way.</param>
internal sealed record Mode(
    string Name,
    bool IsDirect = false,
    bool IsPull = false,
    bool IsLarge = false,
    bool IsPhotos = false,
    bool IsForm = false,
    bool Refreshes = false
)
{
    public static readonly IReadOnlyList<Mode> All =
    [
        new("inbox-upload", IsForm: true),
        new("inbox-upload-chunks", IsLarge: true),
        new("inbox-pull", IsPull: true),
        new("inbox-pull-large", IsPull: true, IsLarge: true),
        new("inbox-photos", IsPull: true, IsPhotos: true),
        new("direct-upload", IsDirect: true, IsForm: true),
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

    /// <summary>The route that is asked.</summary>
    public string Path => IsForm ? "/api/tiktok/upload" : "/api/posts";

    /// <summary>What asks for it, the same at every time.</summary>
    public HttpContent BodyOf(AskedPost post, string origin)
    {
        var wish = WishOf(post);
        if (!IsForm)
        {
            return JsonContent.Create(
                wish.Append(KeyValuePair.Create("source", SourceOf(post.Name, origin))).ToDictionary()
            );
        }

        var form = new MultipartFormDataContent("clipyard-crash-matrix");
        foreach (var (name, value) in wish)
        {
            form.Add(new StringContent($"{value}"), name);
        }

        form.Add(new ByteArrayContent(Clip.Small(post.Name).ToArray()), "video", "clip.mp4");
        return form;
    }

    private Dictionary<string, object> WishOf(AskedPost post)
    {
        var wish = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["mode"] = IsDirect ? "direct" : "inbox",
            ["transfer"] = IsPull ? "pull" : "upload",
            ["account_id"] = post.AccountId,
            ["content"] = post.Name,
        };
        if (IsDirect)
        {
            wish["privacy_level"] = "SELF_ONLY";
        }

        if (post.ScheduledFor is { } time)
        {
            wish["schedule_time"] = time.ToString("O", CultureInfo.InvariantCulture);
        }

        return wish;
    }

    private object SourceOf(string name, string origin) =>
        IsPhotos
            ? new { images = new[] { $"{origin}/photo/{name}.jpg", $"{origin}/photo/{name}-2.jpg" } }
            : new { url = $"{origin}/{(IsLarge ? "large" : "small")}/{name}.mp4" };
}
