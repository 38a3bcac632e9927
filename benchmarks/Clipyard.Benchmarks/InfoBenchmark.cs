using Clipyard.Sandbox.Worlds;

namespace Clipyard.Benchmarks;

/// <summary><c>clipyard info</c> as a whole process, against <c>curl</c> of the same page.</summary>
internal static class InfoBenchmark
{
    private const int Rounds = 25;

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        var address = sandbox.Address.GetLeftPart(UriPartial.Authority);
        var path = SandboxPage.PathOf(DemoWorld.SunnyGarden, DemoWorld.PlainVideo);
        var agent = new ClipyardOptions().UserAgents[0];

        Task Info() =>
            ProgramRun.RunAsync(
                program,
                "info",
                $"https://www.tiktok.com{path}",
                "-j",
                "--no-config",
                "--tiktok-address",
                address
            );
        Task Curl() => ProgramRun.RunAsync("curl", "-sSf", "-A", agent, "-H", "Host: www.tiktok.com", address + path);
        Task Nothing() => ProgramRun.RunAsync(program, "--version");

        await Samples.AlternateAsync(3, Info, Curl);
        var (ours, curl) = await Samples.AlternateAsync(Rounds, Info, Curl);
        var (start, _) = await Samples.AlternateAsync(Rounds, Nothing, () => Task.CompletedTask);
        Console.WriteLine(
            $"info: median {ours:F0} ms, curl of the same page {curl:F0} ms, ratio {ours / curl:F1}; clipyard --version {start:F0} ms; of {Rounds} each"
        );
    }
}
