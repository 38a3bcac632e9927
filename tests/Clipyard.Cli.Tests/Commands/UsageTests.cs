using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("get")]
    [InlineData("get x --no-such-option")]
    [InlineData("get x --max many")]
    [InlineData("get x --max")]
    [InlineData("get x -o %(nothing)s")]
    [InlineData("get x -q 4k")]
    [InlineData("info")]
    [InlineData("user")]
    [InlineData("user a b")]
    [InlineData("user https://www.tiktok.com/@a/video/7571863205253778710")]
    [InlineData("parse /no/such/file.html")]
    [InlineData("sandbox --port 70000")]
    public async Task A_wrong_command_line_is_answered_with_what_to_do(string line)
    {
        var result = (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(2);

        result.Out.ShouldBeEmpty();
        result.Error.ShouldStartWith("clipyard: ");
        result.Error.ShouldContain("remedy: ");
    }

    [Theory]
    [InlineData("--help", "Commands:")]
    [InlineData("get --help", "--download-archive")]
    [InlineData("get --help --max", "Examples:")]
    [InlineData("info -h", "--cookies")]
    [InlineData("--version", "0.")]
    public async Task Help_is_a_result(string line, string expected)
    {
        var result = (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(0);

        result.Out.ShouldContain(expected);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_anything_the_help_comes_on_standard_error()
    {
        var result = (await CliRun.RunAsync()).ShouldEndWith(2);

        result.Error.ShouldContain("Commands:");
    }

    [Theory]
    [InlineData("-o")]
    [InlineData("-a")]
    [InlineData("--download-archive")]
    [InlineData("-q, --quality")]
    [InlineData("-x")]
    [InlineData("--max")]
    [InlineData("--random")]
    [InlineData("--after")]
    [InlineData("--before")]
    [InlineData("--cookies")]
    [InlineData("--proxy")]
    [InlineData("--add-header")]
    [InlineData("--user-agent")]
    [InlineData("--sleep")]
    [InlineData("--rate")]
    [InlineData("-r, --limit-rate")]
    [InlineData("--concurrency")]
    [InlineData("-R, --retries")]
    [InlineData("--timeout")]
    [InlineData("--write-info-json")]
    [InlineData("--write-subs")]
    [InlineData("--write-cover")]
    [InlineData("--force")]
    [InlineData("--engine")]
    [InlineData("--tiktok-address")]
    [InlineData("-j")]
    [InlineData("--no-progress")]
    [InlineData("-v")]
    [InlineData("--config")]
    public async Task The_help_of_get_holds_what_people_know(string option) =>
        (await CliRun.RunAsync("get", "--help")).Out.ShouldContain($"  {option}");

    [Fact]
    public async Task Help_lines_fit_a_terminal() =>
        (await CliRun.RunAsync("get", "--help")).Lines.ShouldAllBe(line => line.Length <= 100);
}
