using System.ComponentModel;
using System.Diagnostics;

namespace Clipyard.Testing;

/// <summary>The components for other people's React pages: <c>samples/react</c>, installed as its lock file says.</summary>
public static class ReactSample
{
    private static readonly string Folder = Repository.PathOf("samples", "react");

    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>What <c>npm run build</c> made.</summary>
    public static string Built { get; } = Path.Combine(Folder, "dist");

    /// <summary>Why it cannot be built on this machine; null when it can.</summary>
    public static async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
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

    /// <summary>Installs what it needs, unless that is there, and runs one of its scripts.</summary>
    public static async Task<ProgramRun> RunAsync(string script, CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), cancellationToken);
        var installed = Path.Combine(Folder, "node_modules", ".clipyard-lock");
        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed, cancellationToken) != lockFile)
        {
            var run = await NpmAsync(cancellationToken, "ci", "--no-progress");
            if (run.ExitCode != 0)
            {
                return run;
            }

            await File.WriteAllTextAsync(installed, lockFile, cancellationToken);
        }

        return await NpmAsync(cancellationToken, "run", script);
    }

    private static Task<ProgramRun> NpmAsync(CancellationToken cancellationToken, params string[] words)
    {
        var start = new ProcessStartInfo(Npm, words) { WorkingDirectory = Folder };
        start.Environment["NO_COLOR"] = "1";
        return ProgramRun.OfAsync(start, cancellationToken);
    }
}
