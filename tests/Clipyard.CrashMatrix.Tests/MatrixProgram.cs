using System.Diagnostics;

namespace Clipyard.CrashMatrix.Tests;

/// <summary>Runs the matrix as a program.</summary>
internal static class MatrixProgram
{
    /// <summary>Runs it to its end; the test's end ends it and everything that it started.</summary>
    public static async Task<MatrixRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Location(), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new MatrixRun(process.ExitCode, await errors + await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // Built beside these tests, in the same configuration.
    private static string Location()
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Repository.PathOf(
            "tests",
            "Clipyard.CrashMatrix",
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "Clipyard.CrashMatrix.dll"
        );
    }
}
