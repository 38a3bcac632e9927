using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>How far a job is, as <c>GET /api/v1/jobs/{id}</c> says it.</summary>
internal sealed class GetJob(JobListing jobs, IJobQueue queue) : ITool<GetJobArguments, JobResponse>
{
    public static ToolAbout About { get; } =
        new(
            "get_job",
            "Show a job",
            Scopes.Read,
            "Says how far an archive job is: its state, every item and what came of it, why it failed."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public async Task<JobResponse> RunAsync(
        GetJobArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    )
    {
        var (id, wait) = (CallArguments.Id("job_id", arguments.JobId), CallArguments.Wait(arguments.WaitSeconds));
        var job = await jobs.GetAsync(id, cancellationToken);
        if (wait == TimeSpan.Zero || job.EndedAt is not null)
        {
            return job;
        }

        await queue.WaitAsync(id, wait, cancellationToken);
        return await jobs.GetAsync(id, cancellationToken);
    }
}
