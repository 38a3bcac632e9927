using Clipyard.Cli.Options;
using Clipyard.Client.Archive;

namespace Clipyard.Cli.Remote;

/// <summary>Has a server verify the archive of the key's owner.</summary>
internal static class RemoteVerifyRun
{
    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var request = new VerifyRequest
        {
            StudentId = settings.Text(VerifyOptionSet.Student),
            Heads = settings.Text(VerifyOptionSet.Head) is { } file
                ? await HeadsFile.ReadAsync(file, cancellationToken)
                : null,
        };
        using var client = RemoteServer.Open(session);
        using var display = new JobDisplay(session, "read again");
        var report = await JobWait.RunAsync(
            session,
            client,
            display,
            jobId: null,
            () => client.Archive.VerifyAsync(request, display, cancellationToken),
            cancellationToken
        );
        await VerifyOutcome.TellAsync(session, report, person: null, cancellationToken);
    }
}
