using System.ComponentModel;
using System.Diagnostics;

namespace Clipyard.Testing;

/// <summary>The components for other people's React pages: <c>samples/react</c>, installed as its lock file says.</summary>
public static class ReactSample
{
    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(5);

    private static readonly string Folder = Repository.PathOf("samples", "react");

    private static readonly string NpmProgram = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>What <c>npm run build</c> made.</summary>
    public static string Built { get; } = Path.Combine(Folder, "dist");

    /// <summary>Installs what it needs, unless that is there. Why it cannot be built on this machine; null when it can.</summary>
    public static async Task<string?> PrepareAsync(CancellationToken cancellationToken) =>
        await WhyNoNodeAsync(cancellationToken) ?? await WhyNotInstalledAsync(cancellationToken);

    /// <summary>Runs one of its scripts.</summary>
    public static Task<ProgramRun> RunAsync(string script, CancellationToken cancellationToken) =>
        ProgramRun.OfAsync(Npm("run", script), cancellationToken);

    private static async Task<string?> WhyNoNodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var run = await ProgramRun.OfAsync(new ProcessStartInfo("node", ["--version"]), cancellationToken);
            var text = run.Output.Trim();
            return Version.TryParse(text.TrimStart('v'), out var version) && version >= new Version(20, 19)
                ? null
                : $"The sample needs Node 20.19 or newer; this is {text}.";
        }
        catch (Win32Exception)
        {
            return "Node (node) is not on this machine.";
        }
    }

    private static async Task<string?> WhyNotInstalledAsync(CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(cancellationToken);
        var lockFile = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), cancellationToken);
        var installed = Path.Combine(Folder, "node_modules", ".clipyard-lock");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellationToken) == lockFile)
        {
            return null;
        }

        try
        {
            var run = await ProgramRun.OfAsync(Npm("ci", "--no-progress"), LongestInstallation, cancellationToken);
            if (run.ExitCode != 0)
            {
                // That the two files of the sample contradict each other is no matter of the machine.
                return run.Errors.Contains("EUSAGE", StringComparison.Ordinal)
                    ? throw new InvalidOperationException(run.Errors)
                    : $"npm ci in samples/react failed: {run.Errors}";
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"npm ci in samples/react took longer than {LongestInstallation.TotalMinutes} minutes.";
        }

        await File.WriteAllTextAsync(installed, lockFile, cancellationToken);
        return null;
    }

    // Several test programs may want to install it at the same time, and npm ci begins by removing what is there. The system
    // gives the lock back when its holder dies.
    private static async Task<FileStream> TurnAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(
            Directory.CreateDirectory(Repository.PathOf("artifacts")).FullName,
            "react-sample.lock"
        );
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private static ProcessStartInfo Npm(params string[] words)
    {
        var start = new ProcessStartInfo(NpmProgram, words) { WorkingDirectory = Folder };
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
