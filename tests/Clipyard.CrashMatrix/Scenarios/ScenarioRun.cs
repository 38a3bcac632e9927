using Clipyard.CrashMatrix.Material;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Everything that is no plain kill.</summary>
internal sealed class ScenarioRun(MatrixOptions options, MaterialServer material, Report report)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        _ = (options, material, report, cancellationToken);
        return Task.CompletedTask;
    }
}
