using System.Diagnostics;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Intercept;

/// <summary>Programs that know nothing of the sandbox, run against it through its proxy.</summary>
public sealed class UnmodifiedPrograms
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Curl_accepts_the_certificates()
    {
        var curl = FindOrSkip("curl");
        await using var session = await StartAsync();

        var html = await RunAsync(
            curl,
            "--silent",
            "--show-error",
            "--fail",
            "--location",
            "--proxy",
            session.Sandbox.InterceptProxy!.AbsoluteUri,
            "--cacert",
            session.Sandbox.CertificateAuthorityFile!,
            $"https://vm.tiktok.com/{DemoWorld.VideoCode}/"
        );

        PageReader.Item(html)["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
    }

    /// <summary>A page of 2022, since the yt-dlp that distributions ship knows no later one.</summary>
    [Fact]
    public async Task Yt_dlp_downloads_a_post()
    {
        var ytDlp = FindOrSkip("yt-dlp");
        await using var session = await StartAsync();
        var folder = Directory.CreateTempSubdirectory("clipyard-yt-dlp-");
        try
        {
            await RunAsync(
                ytDlp,
                "--ignore-config",
                "--no-warnings",
                "--no-cache-dir",
                "--no-check-certificates", // it trusts a list of its own
                "--proxy",
                session.Sandbox.InterceptProxy!.AbsoluteUri,
                "--output",
                Path.Combine(folder.FullName, "%(id)s.%(ext)s"),
                $"https://www.tiktok.com/@odd_corner/video/{DemoWorld.SigiState}"
            );

            folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe(DemoWorld.SigiState + ".mp4");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<SandboxSession> StartAsync() =>
        SandboxSession.StartAsync(Token, new SandboxOptions { Intercept = true });

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }

    private static string FindOrSkip(string program)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"{program} is not on this machine.");
        return path!;
    }
}
