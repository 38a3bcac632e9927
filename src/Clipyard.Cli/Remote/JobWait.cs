using Clipyard.Cli.Options;
using Clipyard.Client;
using Clipyard.Client.Jobs;

namespace Clipyard.Cli.Remote;

/// <summary>Waits for a job on the server; Ctrl-C ends the waiting and says what becomes of the job.</summary>
internal static class JobWait
{
    /// <summary>Waits, showing how far it is.</summary>
    public static async Task<T> RunAsync<T>(
        CliSession session,
        ClipyardServerClient client,
        AcceptedJob job,
        Func<IProgress<JobEvent>, Task<T>> wait,
        CancellationToken cancellationToken
    )
    {
        using var display = new JobDisplay(session);
        try
        {
            return await wait(display);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await SayGoodbyeAsync(session, client, job.JobId);
            throw;
        }
    }

    // The interrupt has cancelled the command's own token; this last request has the client's time-out.
    private static async Task SayGoodbyeAsync(CliSession session, ClipyardServerClient client, string jobId)
    {
        if (session.Settings.Has(RemoteOptionSet.CancelOnInterrupt))
        {
            await client.Jobs.CancelAsync(jobId, CancellationToken.None);
            session.Screen.Notice($"clipyard: job {jobId} is asked to stop; what it kept until then stays");
            return;
        }

        session.Screen.Notice(
            $"clipyard: the waiting ends, job {jobId} goes on at the server; --cancel-on-interrupt would stop it, too"
        );
    }
}
