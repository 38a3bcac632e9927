using System.Text.Json;
using Clipyard.Server.Api;

namespace Clipyard.Server.Jobs;

/// <summary>Says of a job what callers may know.</summary>
internal sealed class JobResponses(IPublicAddress address, ProgressBoard progress)
{
    /// <param name="job">The job.</param>
    /// <param name="items">Its items in the order of the work; null to leave them out.</param>
    public JobResponse For(Job job, IReadOnlyList<JobItem>? items)
    {
        var self = $"api/v1/jobs/{job.Id}";
        return new JobResponse
        {
            Id = job.Id.ToString(),
            Kind = job.Kind,
            State = job.State,
            StudentId = job.StudentId,
            CreatedAt = job.CreatedAt,
            StartedAt = job.StartedAt,
            EndedAt = job.EndedAt,
            Total = job.TotalItems,
            Done = job.DoneItems,
            Failed = job.FailedItems,
            CancelRequested = job.CancelRequested,
            Items = items?.Select(JobItemResponse.Of).ToList(),
            Failure = JobFailureResponse.Of(job),
            Progress = progress.Find(job.Id) is { } now ? JobProgressResponse.Of(job.Id, now) : null,
            Result = job.Result is { } result ? JsonElement.Parse(result) : null,
            Links = new JobLinks(address.Absolute(self), address.Absolute(self + "/events")),
        };
    }
}
