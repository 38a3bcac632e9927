using Clipyard.Cli.Doctor;
using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Commands;

public sealed class DoctorTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Every_check_has_a_result()
    {
        using var folder = new TemporaryFolder();

        var result = await CliRun.RunAsync("doctor", "-j", "-P", folder.Path, $"--tiktok-address={fixture.Address}");

        result
            .Json.Select(check => check.GetProperty("check").GetString())
            .ShouldBe(["network", "sandbox", "ffmpeg", "yt-dlp", "disk", "clock"]);
        var byName = result.Json.ToDictionary(
            check => check.GetProperty("check").GetString()!,
            check => check.GetProperty("result").GetString(),
            StringComparer.Ordinal
        );
        byName["network"].ShouldBe("ok");
        byName["sandbox"].ShouldBe("ok");
        byName["clock"].ShouldBe("ok");
        folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_network_without_answer_is_a_failure_with_a_remedy()
    {
        var result = await CliRun.RunAsync("doctor", "--tiktok-address=http://127.0.0.1:1");

        result.ExitCode.ShouldBe(30);
        result.Lines[0].ShouldStartWith("failed   network");
        result.Lines[1].ShouldContain("remedy:");
    }

    [Theory]
    [InlineData(0, "Ok")]
    [InlineData(59, "Ok")]
    [InlineData(-59, "Ok")]
    [InlineData(61, "Failed")]
    [InlineData(-86_400, "Failed")]
    public void A_wrong_clock_is_noticed(int aheadSeconds, string result) =>
        ClockCheck.Judge(TimeSpan.FromSeconds(aheadSeconds)).Result.ToString().ShouldBe(result);

    [Fact]
    public void A_clock_that_cannot_be_compared_is_only_a_note() =>
        ClockCheck.Judge(null).Result.ShouldBe(CheckResult.Note);

    [Fact]
    public void A_folder_below_a_file_cannot_be_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        var finding = DiskCheck.Run(Path.Combine(file, "below"));

        finding.Failure?.Code.ShouldBe("storage_unavailable");
        finding.Remedy.ShouldNotBeNull();
    }
}
