using System.Diagnostics;
using Clipyard.Sandbox;

namespace Clipyard.Samples.Tests;

/// <summary>A sandbox, an empty folder, and samples run as programs in it.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private SampleHost(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("clipyard-samples-").FullName;

    public static async Task<SampleHost> StartAsync() =>
        new(
            await SandboxServer.StartAsync(
                new SandboxOptions { PagePaddingBytes = 2_000 },
                TestContext.Current.CancellationToken
            )
        );

    /// <summary>Runs a sample against the sandbox, its address given first.</summary>
    public Task<ProgramRun> RunAsync(string sample, params string[] arguments) =>
        StartAsync(sample, ["--tiktok-address", Sandbox.Address.ToString(), .. arguments], environmentAddress: null);

    /// <summary>Runs a sample against the sandbox, its address in the environment.</summary>
    public Task<ProgramRun> RunWithEnvironmentAsync(string sample, params string[] arguments) =>
        StartAsync(sample, arguments, Sandbox.Address.ToString());

    /// <summary>Files below the downloads folder, with <c>/</c> between folders.</summary>
    public string[] Downloads()
    {
        var folder = Path.Combine(Folder, "downloads");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Task<ProgramRun> StartAsync(string sample, string[] arguments, string? environmentAddress)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramOf(sample), .. arguments]) { WorkingDirectory = Folder };
        start.Environment.Remove("CLIPYARD_TIKTOK_ADDRESS");
        if (environmentAddress is not null)
        {
            start.Environment["CLIPYARD_TIKTOK_ADDRESS"] = environmentAddress;
        }

        return ProgramRun.OfAsync(start, TestContext.Current.CancellationToken);
    }

    /// <summary>Built beside these tests, in the same configuration.</summary>
    public static string ProgramOf(string sample)
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Repository.PathOf("samples", sample, "bin", framework.Parent!.Name, framework.Name, sample + ".dll");
    }
}
