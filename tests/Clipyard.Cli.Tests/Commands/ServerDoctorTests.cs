using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Commands;

public sealed class ServerDoctorTests(ServerHostFixture fixture) : IClassFixture<ServerHostFixture>
{
    [Fact]
    public async Task A_healthy_server_passes_every_check()
    {
        var result = await CliRun.RunAsync("doctor", "-j", $"--server={fixture.Address}", $"--key={fixture.Host.Key}");

        result.ShouldEndWith(0);
        result
            .Json.Select(check => check.GetProperty("check").GetString())
            .ShouldBe(["server", "database", "store", "scheduler", "bucket", "key", "clock", "address", "https"], true);
        result.Json.ShouldAllBe(check => check.GetProperty("result").GetString() == "ok");
    }

    [Fact]
    public async Task A_wrong_key_is_named_with_a_remedy()
    {
        var result = await CliRun.RunAsync("doctor", $"--server={fixture.Address}", "--key=cyk_wrong");

        result.ShouldEndWith(101);
        result.Out.ShouldContain("failed   key");
        result.Out.ShouldContain("remedy: Make a new key");
    }

    [Fact]
    public async Task A_server_that_is_reached_by_another_address_than_its_answers_name_is_noticed()
    {
        var other = fixture.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var result = await CliRun.RunAsync("doctor", $"--server={other}", $"--key={fixture.Host.Key}");

        result.ShouldEndWith(2);
        result.Out.ShouldContain("failed   address");
        result.Out.ShouldContain("--public-address http://localhost");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_failure()
    {
        var result = await CliRun.RunAsync("doctor", "--server=http://127.0.0.1:1");

        result.ShouldEndWith(30);
        result.Lines[0].ShouldStartWith("failed   server");
        result.Lines[1].ShouldContain("clipyard serve");
        result.Lines.Count.ShouldBe(2);
    }
}
