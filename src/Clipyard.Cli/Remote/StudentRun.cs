using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Client.Students;
using Clipyard.Failures;

namespace Clipyard.Cli.Remote;

/// <summary>Does what <c>clipyard student</c> says. Apart from the commands, so that the client is loaded when needed.</summary>
internal static class StudentRun
{
    public static async Task LinkAsync(
        CliSession session,
        string studentId,
        string username,
        CancellationToken cancellationToken
    )
    {
        using var client = RemoteServer.Open(session);
        var link = await client.Students.LinkAsync(studentId, username, cancellationToken);
        session.Screen.Result(
            session.Json ? RemoteJson.Of(link) : $"{Printable.Line(link.StudentId)}  @{Printable.Line(link.Username)}"
        );
    }

    public static async Task DownloadAsync(CliSession session, string studentId, CancellationToken cancellationToken)
    {
        using var client = RemoteServer.Open(session);
        var job = await client.Students.StartDownloadAsync(studentId, Request(session.Settings), cancellationToken);
        using var display = new JobDisplay(session);
        var download = await JobWait.RunAsync(
            session,
            client,
            display,
            job.JobId,
            () => client.Students.WaitForDownloadAsync(job, display, cancellationToken),
            cancellationToken
        );
        foreach (var video in download.Videos)
        {
            session.Screen.Result(session.Json ? RemoteJson.Of(video) : StudentText.Kept(video));
        }

        foreach (var failed in download.Failed)
        {
            var failure = FailureCatalogue.Find(failed.Code) ?? FailureCatalogue.InternalError;
            session.Fail(failed.VideoUrl ?? failed.VideoId, new ClipyardException(failure, Detail(failed, failure)));
        }

        session.Screen.Notice(StudentText.Summary(download));
    }

    public static async Task VideosAsync(CliSession session, string studentId, CancellationToken cancellationToken)
    {
        var left = session.Settings.Value(SelectionOptions.Max) ?? int.MaxValue;
        using var client = RemoteServer.Open(session);
        var videos = client.Students.GetVideosAsync(studentId, Math.Min(left, 200), cancellationToken);
        await foreach (var video in videos.Take(left).WithCancellation(cancellationToken))
        {
            session.Screen.Result(session.Json ? RemoteJson.Of(video) : StudentText.ListLine(video));
        }
    }

    public static async Task InfoAsync(CliSession session, string studentId, CancellationToken cancellationToken)
    {
        using var client = RemoteServer.Open(session);
        var info = await client.Students.GetInfoAsync(studentId, cancellationToken);
        foreach (var line in session.Json ? [RemoteJson.Of(info)] : StudentText.Lines(info))
        {
            session.Screen.Result(line);
        }
    }

    public static async Task ListAsync(CliSession session, CancellationToken cancellationToken)
    {
        using var client = RemoteServer.Open(session);
        await foreach (var student in client.Students.ListAsync(cancellationToken: cancellationToken))
        {
            session.Screen.Result(session.Json ? RemoteJson.Of(student) : StudentText.ListLine(student));
        }
    }

    public static async Task RemoveAsync(
        CliSession session,
        string studentId,
        string[] videos,
        CancellationToken cancellationToken
    )
    {
        if (!session.Settings.Has(RemoteOptionSet.Yes))
        {
            var what = videos.Length == 0 ? $"everything that is kept of student '{studentId}'" : "the named posts";
            throw new UsageException($"This would erase {what} for good. Say --yes to do it.");
        }

        using var client = RemoteServer.Open(session);
        if (videos.Length == 0)
        {
            Print(session, await client.Students.RemoveAsync(studentId, cancellationToken));
        }

        foreach (var video in videos)
        {
            await session.AttemptAsync(
                video,
                async () => Print(session, await client.Students.RemoveVideoAsync(studentId, video, cancellationToken)),
                cancellationToken
            );
        }
    }

    private static void Print(CliSession session, Removal removal) =>
        session.Screen.Result(session.Json ? RemoteJson.Of(removal) : StudentText.Line(removal));

    private static StudentDownloadRequest Request(Settings settings)
    {
        var defaults = new StudentDownloadRequest();
        return defaults with
        {
            MaxVideos = settings.Value(SelectionOptions.Max) ?? defaults.MaxVideos,
            RandomSelection = settings.Has(SelectionOptions.Random),
            Quality = settings.Value(DownloadOptionSet.Quality) is { } quality ? ValueParsers.Name(quality) : null,
            AudioOnly = settings.Has(DownloadOptionSet.ExtractAudio),
            Force = settings.Has(DownloadOptionSet.Force),
        };
    }

    // The catalogue's own sentence begins every message: it is not said twice.
    private static string? Detail(FailedVideo failed, Failure failure) =>
        failed.Message?.StartsWith(failure.Message, StringComparison.Ordinal) == true
            ? failed.Message[failure.Message.Length..].Trim() is { Length: > 0 } rest
                ? rest
                : null
            : failed.Message;
}
