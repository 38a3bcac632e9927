using System.Globalization;
using Clipyard.Links;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Importing;

/// <summary>Reads a row of <c>tiktok_videos</c>.</summary>
internal static class VideoRows
{
    public static readonly string[] Required = ["student_id", "video_id"];

    /// <summary>Reads one; each fault is told with its column, and then there is no video.</summary>
    public static ImportedVideo? Read(
        ImportRow row,
        IReadOnlyDictionary<string, string> usernames,
        string folder,
        Action<string, string> fault
    )
    {
        var student = row.Find("student_id");
        var username = student is null ? null : usernames.GetValueOrDefault(student);
        var id = VideoId.TryParse(row.Find("video_id"), out var parsed) ? parsed.Value : null;
        var path = id is null || username is null ? null : PathOf(row, username, id, folder);
        var postedText = row.Find("posted_at", "created_at");
        var isPosted = TryReadTime(postedText, out var posted);
        var sha256 = row.Find("sha256")?.ToLowerInvariant();

        Demand(username is not null, "student_id", $"'{student}' is no student of the users file or of the archive.");
        Demand(id is not null, "video_id", $"'{row.Find("video_id")}' is no id of a TikTok post.");
        Demand(postedText is null || isPosted, "posted_at", $"'{postedText}' is no time.");
        Demand(
            sha256 is null || (sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)),
            "sha256",
            "It is not 64 hexadecimal digits."
        );
        if (student is null || username is null || id is null)
        {
            return null;
        }

        Demand(path is not null && File.Exists(path), "object", $"There is no such file below {folder}.");
        return path is null
            ? null
            : new ImportedVideo
            {
                StudentId = student,
                Username = username,
                VideoId = id,
                VideoUrl = row.Find("video_url") ?? $"https://www.tiktok.com/@{username}/video/{id}",
                Path = path,
                Caption = row.Find("caption") ?? "",
                PostedAt = isPosted ? posted : null,
                Sha256 = sha256,
            };

        void Demand(bool isRight, string column, string message)
        {
            if (!isRight)
            {
                fault(column, message);
            }
        }
    }

    /// <summary>The file; null for a name that leads out of the folder.</summary>
    private static string? PathOf(ImportRow row, string username, string id, string folder)
    {
        var name = row.Find("object", "local_path", "storage_path", "path");
        var key = name is null ? $"tiktok/{ObjectNames.Folder(username)}/{id}.mp4" : KeyOf(name);
        return ObjectKey.IsValid(key) ? Path.Combine([folder, .. key.Split('/')]) : null;
    }

    // Of an address, signed or not, the part that is the object's key.
    private static string KeyOf(string name)
    {
        if (!Uri.TryCreate(name, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return name;
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath);
        var start = path.IndexOf("/tiktok/", StringComparison.Ordinal);
        return path[(start + 1)..];
    }

    private static bool TryReadTime(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time
        );
}
