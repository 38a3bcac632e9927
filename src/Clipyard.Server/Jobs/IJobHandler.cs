namespace Clipyard.Server.Jobs;

/// <summary>Does one kind of job, step by step. Made anew for every step, inside the owner's scope.</summary>
internal interface IJobHandler
{
    /// <summary>Takes the job one step further: at most about 30 s or 64 MB, then it yields.</summary>
    /// <param name="step">The job, and the ways to say how far it is.</param>
    /// <param name="cancellationToken">
    /// Fires when the server stops (the step is taken again later) and when somebody cancels the job.
    /// </param>
    /// <exception cref="Failures.ClipyardException">The whole job fails so.</exception>
    /// <remarks>Safe to run again at any point: the rows say where it stands.</remarks>
    Task<StepOutcome> StepAsync(JobStep step, CancellationToken cancellationToken);
}
