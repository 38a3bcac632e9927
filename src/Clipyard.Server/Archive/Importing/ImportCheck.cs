using System.Security.Cryptography;
using Clipyard.Creators;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Importing;

/// <summary>Checks every row and every file before anything is imported.</summary>
internal sealed class ImportCheck(ClipyardDb db)
{
    private static readonly string[] UserColumns = ["student_id", "username"];

    /// <returns>Each student's username: those of the file and those that are linked already.</returns>
    public async Task<Dictionary<string, string>> RunAsync(
        ImportRequest request,
        ImportReport report,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var linked = await db
            .Students.AsNoTracking()
            .ToDictionaryAsync(s => s.StudentId, s => s.Username, StringComparer.Ordinal, cancellationToken);
        await GuardAsync(request.UsersFile, report, () => CheckUsersAsync(request, report, linked, cancellationToken));
        await GuardAsync(
            request.VideosFile,
            report,
            () => CheckVideosAsync(request, report, linked, progress, cancellationToken)
        );
        return linked;
    }

    private static async Task CheckUsersAsync(
        ImportRequest request,
        ImportReport report,
        Dictionary<string, string> linked,
        CancellationToken cancellationToken
    )
    {
        var file = Path.GetFileName(request.UsersFile);
        var students = linked.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        await foreach (var row in ImportTable.ReadAsync(request.UsersFile, UserColumns, cancellationToken))
        {
            report.Students++;
            var student = row.Find("student_id") ?? "";
            var username = ReadUsername(row.Find("username"));
            if (!StudentIdText.IsValid(student))
            {
                Fault(
                    "student_id",
                    $"'{student}' is not 1 to {StudentIdText.MaxLength} letters, digits and - _ . : @ +."
                );
            }
            else if (username is null)
            {
                Fault("username", $"'{row.Find("username")}' is no TikTok username.");
            }
            else if (linked.TryGetValue(student, out var other) && other != username)
            {
                Fault("student_id", $"'{student}' is linked to '{other}' already.");
            }
            else if (students.TryGetValue(username, out var holder) && holder != student)
            {
                Fault("username", $"'{username}' is linked to student '{holder}' already.");
            }
            else
            {
                linked[student] = username;
                students[username] = student;
            }

            void Fault(string column, string message) => report.Add(new ImportFault(file, row.Line, column, message));
        }
    }

    private async Task CheckVideosAsync(
        ImportRequest request,
        ImportReport report,
        Dictionary<string, string> usernames,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var file = Path.GetFileName(request.VideosFile);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in ImportTable.ReadAsync(request.VideosFile, VideoRows.Required, cancellationToken))
        {
            var before = report.FaultsTotal;
            var video = VideoRows.Read(row, usernames, request.Folder, Fault);
            if (video is not null && !seen.Add(video.VideoId))
            {
                Fault("video_id", $"'{video.VideoId}' stands in the file twice.");
            }

            if (video is not null && report.FaultsTotal == before)
            {
                await CheckFileAsync(video, report, Fault, cancellationToken);
            }

            progress?.Report(new ImportProgress(IsChecking: true, seen.Count, Bytes: 0));

            void Fault(string column, string message) => report.Add(new ImportFault(file, row.Line, column, message));
        }
    }

    private async Task CheckFileAsync(
        ImportedVideo video,
        ImportReport report,
        Action<string, string> fault,
        CancellationToken cancellationToken
    )
    {
        var owner = await db
            .Clips.Where(clip => clip.VideoId == video.VideoId)
            .Select(clip => new { clip.StudentId })
            .SingleOrDefaultAsync(cancellationToken);
        if (owner is not null && owner.StudentId != video.StudentId)
        {
            fault("video_id", $"'{video.VideoId}' is kept for {owner.StudentId ?? "no student"} already.");
        }
        else if (owner is not null)
        {
            report.AlreadyKept++;
        }
        else if (await ImportProbe.ReadAsync(video.Path, cancellationToken) is { Fault: { } problem })
        {
            fault("object", problem);
        }
        else if (video.Sha256 is { } expected && await HashAsync(video.Path, cancellationToken) != expected)
        {
            fault("sha256", "The file has another SHA-256.");
        }
        else
        {
            report.Videos++;
            report.Bytes += new FileInfo(video.Path).Length;
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static async Task GuardAsync(string file, ImportReport report, Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (ClipyardException error)
        {
            report.Add(new ImportFault(Path.GetFileName(file), Line: 0, Column: null, error.Detail ?? error.Message));
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            report.Add(new ImportFault(Path.GetFileName(file), Line: 0, Column: null, error.Message));
        }
    }

    private static string? ReadUsername(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            var profile = CreatorName.Parse(text);
            return profile.IsSecUid || profile.Name.All(c => c == '.') ? null : profile.Name.ToLowerInvariant();
        }
        catch (ClipyardException)
        {
            return null;
        }
    }
}
