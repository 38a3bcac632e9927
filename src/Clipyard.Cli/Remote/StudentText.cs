using Clipyard.Cli.Progress;
using Clipyard.Client.Students;

namespace Clipyard.Cli.Remote;

/// <summary>Puts students and kept posts into words for people.</summary>
internal static class StudentText
{
    private const int CaptionCharacters = 60;

    /// <summary>A post of a download: id, how, address.</summary>
    public static string Kept(StoredVideo video)
    {
        var how = video.AlreadyStored == true ? "kept" : "new";
        return $"{Printable.Line(video.VideoId), -19}  {how, -4}  {Printable.Line(video.LocalPath)}";
    }

    /// <summary>For lists: id, date, kind, size, caption.</summary>
    public static string ListLine(StoredVideo video)
    {
        var date = video.CreatedAt is { } time ? $"{time.UtcDateTime:yyyy-MM-dd}" : "unknown   ";
        var caption = Printable.Line(video.Caption, CaptionCharacters);
        var size = TransferText.Size(video.SizeBytes);
        return $"{Printable.Line(video.VideoId), -19}  {date}  {video.Kind ?? "", -5}  {size, 10}  {caption}".TrimEnd();
    }

    /// <summary>For lists: id, username, how much is kept, since when.</summary>
    public static string ListLine(Student student)
    {
        var kept = $"{Posts(student.StoredVideos)}, {TransferText.Size(student.StoredBytes)}";
        var last = student.LastDownloadAt is { } time ? $"  {time.UtcDateTime:yyyy-MM-dd}" : "";
        return $"{Printable.Line(student.StudentId)}  @{Printable.Line(student.Username)}  {kept}{last}";
    }

    /// <summary>A student over several lines.</summary>
    public static IEnumerable<string> Lines(StudentInfo info)
    {
        yield return Row("student", info.StudentId);
        yield return Row("username", "@" + info.Username);
        if (info.Profile is { } profile)
        {
            yield return Row("name", profile.Nickname ?? "");
            yield return Row("profile", Counts(profile));
            if (profile.Private == true)
            {
                yield return Row("", "the account is private: its posts cannot be fetched");
            }
        }
        else if (info.ProfileError is { } error)
        {
            yield return Row("profile", $"not known now: {error.Message} ({error.Code})");
        }

        yield return Row("kept", $"{Posts(info.StoredVideos)}, {TransferText.Size(info.StoredBytes)}");
        yield return Row(
            "last",
            info.LastDownloadAt is { } time ? $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "never downloaded"
        );
    }

    /// <summary>What a removal did.</summary>
    public static string Line(Removal removal) =>
        $"erased {Posts(removal.DeletedVideos)} ({TransferText.Size(removal.DeletedBytes)})"
        + (removal.FilesLeft > 0 ? $"; {removal.FilesLeft} files go with the server's next sweep" : "");

    /// <summary>What a download did, in one line.</summary>
    public static string Summary(StudentDownload download)
    {
        var kept = download.Videos.Count(video => video.AlreadyStored == true);
        var text = $"{Posts(download.Videos.Count - kept)} stored, {kept} kept already";
        return download.Failed.Count > 0 ? $"{text}, {download.Failed.Count} failed" : text;
    }

    private static string Posts(long count) => count == 1 ? "1 post" : $"{count:#,0} posts";

    private static string Counts(CreatorProfile profile) =>
        $"{Number(profile.Followers)} followers, {Number(profile.Following)} following, "
        + $"{Number(profile.Likes)} likes, {Number(profile.Videos)} videos"
        + (profile.Verified == true ? ", verified" : "");

    private static string Number(long? number) => number is { } known ? $"{known:#,0}" : "?";

    private static string Row(string name, string value) => $"  {name, -10}{Printable.Line(value)}".TrimEnd();
}
