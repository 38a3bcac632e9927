using Clipyard.Cli.Options;
using Clipyard.Client;

namespace Clipyard.Cli.Remote;

/// <summary>Waits for a job on the server; Ctrl-C ends the waiting and says what becomes of the job.</summary>
internal static class JobWait
{
    /// <summary>Waits.</summary>
    /// <param name="session">Where it is said.</param>
    /// <param name="client">Stops the job when that was asked for.</param>
    /// <param name="display">Knows the job as soon as it says something.</param>
    /// <param name="jobId">The job; null when only the display will know.</param>
    /// <param name="wait">What waits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<T> RunAsync<T>(
        CliSession session,
        ClipyardServerClient client,
        JobDisplay display,
        string? jobId,
        Func<Task<T>> wait,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await wait();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The interrupt has cancelled the command's own token; this last request has the client's time-out.
            await SayGoodbyeAsync(session, client, jobId ?? display.JobId, CancellationToken.None);
            throw;
        }
    }

    private static async Task SayGoodbyeAsync(
        CliSession session,
        ClipyardServerClient client,
        string? jobId,
        CancellationToken cancellationToken
    )
    {
        if (jobId is null)
        {
            session.Screen.Notice("clipyard: the waiting ends; if the server took the job on, it goes on there");
        }
        else if (session.Settings.Has(RemoteOptionSet.CancelOnInterrupt))
        {
            await client.Jobs.CancelAsync(jobId, cancellationToken);
            session.Screen.Notice($"clipyard: job {jobId} is asked to stop; what it kept until then stays");
        }
        else
        {
            session.Screen.Notice(
                $"clipyard: the waiting ends, job {jobId} goes on at the server; --cancel-on-interrupt stops it, too"
            );
        }
    }
}
