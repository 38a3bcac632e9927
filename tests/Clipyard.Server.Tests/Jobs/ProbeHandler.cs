using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

/// <summary>A kind of job that does what the test says.</summary>
internal sealed class ProbeHandler(ProbeScript script) : IJobHandler
{
    public const string Kind = "probe";

    public Task<StepOutcome> StepAsync(JobStep step, CancellationToken cancellationToken) =>
        script.RunAsync(step, cancellationToken);
}
