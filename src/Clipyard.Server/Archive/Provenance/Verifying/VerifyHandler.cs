using System.Text.Json;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Verifies in the background. Between two steps the run lies in the job's result.</summary>
internal sealed class VerifyHandler(ArchiveVerifier verifier, TimeProvider time) : IJobHandler
{
    public const string Kind = "verify";

    /// <summary>What the lanes' names begin with.</summary>
    public const string LanePrefix = "verify:";

    public async Task<StepOutcome> StepAsync(JobStep step, CancellationToken cancellationToken)
    {
        var job = step.Job;
        var run = Read(job);
        await verifier.StepAsync(run, VerifyBudget.OfOneStep(time), ProgressOf(step), cancellationToken);

        job.TotalItems = Limited(run.TotalRecords ?? 0);
        job.DoneItems = Limited(run.Report.Checked.Records);
        job.FailedItems = Limited(run.Report.FindingsTotal);
        if (run.Stage == VerifyStage.Done)
        {
            return StepOutcome.Done(JsonSerializer.Serialize(run.Report, VerifyJson.Default.VerifyReport));
        }

        job.Result = JsonSerializer.Serialize(run, VerifyJson.Default.VerifyRun);
        return StepOutcome.Continue();
    }

    private VerifyRun Read(Job job) =>
        job.Result is { } result
            ? JsonSerializer.Deserialize(result, VerifyJson.Default.VerifyRun)
                ?? throw new InvalidOperationException($"The run of job {job.Id} cannot be read.")
            : VerifyRun.Begin(
                job.Id,
                JsonSerializer.Deserialize(job.Request, VerifyJson.Default.VerifyRequest) ?? new VerifyRequest(),
                time.GetUtcNow()
            );

    private StepProgress ProgressOf(JobStep step) => new(step.Progress, time);

    private static int Limited(long count) => (int)Math.Min(count, int.MaxValue);

    // Not Progress<T>: a word must not overtake the end of its step.
    private sealed class StepProgress(IProgress<JobProgress> progress, TimeProvider time) : IProgress<VerifyProgress>
    {
        private readonly long _started = time.GetTimestamp();
        private long? _bytesBefore;

        public void Report(VerifyProgress value)
        {
            _bytesBefore ??= value.Bytes;
            var seconds = time.GetElapsedTime(_started).TotalSeconds;
            var rate = seconds > 0 ? (value.Bytes - _bytesBefore.Value) / seconds : 0;
            progress.Report(new JobProgress(value.VideoId ?? "", value.Bytes, TotalBytes: null, rate, TimeLeft: null));
        }
    }
}
