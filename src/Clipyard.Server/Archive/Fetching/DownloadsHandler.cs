using Clipyard.Server.Jobs;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Fetches posts by their addresses.</summary>
internal sealed class DownloadsHandler(PostRun run, PostsEnd end, IOptions<ArchiveOptions> options) : IJobHandler
{
    public async Task<StepOutcome> StepAsync(JobStep step, CancellationToken cancellationToken)
    {
        var request = JobDocuments.Read<DownloadsRequest>(step.Job.Request);
        return await run.RunAsync(step, request, cancellationToken)
            ? await end.ConcludeAsync(step.Job, CancellationToken.None)
            : StepOutcome.Continue(options.Value.Pause);
    }
}
