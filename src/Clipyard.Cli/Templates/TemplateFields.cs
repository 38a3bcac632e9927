using System.Globalization;

namespace Clipyard.Cli.Templates;

/// <summary>The fields that an output template may name.</summary>
internal static class TemplateFields
{
    /// <summary>Every field with what it means, in the order of the documentation.</summary>
    public static IReadOnlyList<TemplateField> All { get; } =
    [
        new("id", "the post's id", subject => subject.Video.Id.Value),
        new("title", "the caption", subject => subject.Video.Caption.Trim()) { IsElastic = true },
        new("caption", "the caption", subject => subject.Video.Caption.Trim()) { IsElastic = true },
        new("uploader", "the creator's username", subject => subject.Video.Author?.Username),
        new("username", "the creator's username", subject => subject.Video.Author?.Username),
        new("nickname", "the creator's display name", subject => subject.Video.Author?.Nickname) { IsElastic = true },
        new("uploader_id", "the creator's numeric id", subject => subject.Video.Author?.Id),
        new("upload_date", "when it was posted, UTC, YYYYMMDD", subject => subject.CreatedAt)
        {
            DateFormat = "yyyyMMdd",
        },
        new("timestamp", "when it was posted, Unix seconds", subject => subject.CreatedAt?.ToUnixTimeSeconds()),
        new("kind", "video or photo", subject => subject.Kind),
        new("ext", "the file's extension", subject => subject.Extension),
        new("index", "the picture's number in a photo post; 0 for other files", subject => (long)subject.Index),
        new("autonumber", "the post's number in this run, from 1", subject => subject.AutoNumber),
        new("playlist_index", "the post's number in its creator's list, from 1", subject => subject.PlaylistIndex),
        new("duration", "how long it plays, whole seconds", subject => (long?)subject.Video.Duration?.TotalSeconds),
        new("width", "width in pixels as the post says", subject => (long?)subject.Video.WidthPixels),
        new("height", "height in pixels as the post says", subject => (long?)subject.Video.HeightPixels),
        new("resolution", "width x height as the post says", Resolution),
        new("quality", "what --quality asked for", subject => subject.Quality),
    ];

    /// <summary>Finds a field by its name.</summary>
    public static TemplateField? Find(string name) =>
        All.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    private static string? Resolution(TemplateSubject subject) =>
        subject.Video is { WidthPixels: { } width, HeightPixels: { } height }
            ? string.Create(CultureInfo.InvariantCulture, $"{width}x{height}")
            : null;
}
