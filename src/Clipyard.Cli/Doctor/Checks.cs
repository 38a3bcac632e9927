using System.Runtime.CompilerServices;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Doctor;

/// <summary>All checks, one after the other: of this machine, or of a server.</summary>
internal static class Checks
{
    public static async IAsyncEnumerable<Finding> RunAsync(
        CliSession session,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var settings = session.Settings;
        if (settings.IsGiven(DoctorOptionSet.Server))
        {
            await foreach (var finding in ServerChecks.RunAsync(session, cancellationToken))
            {
                yield return finding;
            }

            yield break;
        }

        var (network, skew) = await NetworkCheck.RunAsync(settings, session.Host.Time, cancellationToken);
        yield return network;
        yield return await SandboxCheck.RunAsync(session.Host.Time, cancellationToken);
        yield return await ToolCheck.FfmpegAsync(cancellationToken);
        yield return await ToolCheck.YtDlpAsync(cancellationToken);
        yield return DiskCheck.Run(settings.Text(DownloadOptionSet.Paths) ?? ".");
        yield return ClockCheck.Judge(skew);
    }
}
