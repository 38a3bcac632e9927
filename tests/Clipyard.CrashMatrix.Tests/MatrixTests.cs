using System.Text.RegularExpressions;

namespace Clipyard.CrashMatrix.Tests;

/// <summary>The crash matrix, in short; docs/reliability.md has the long form.</summary>
public sealed partial class MatrixTests
{
    [Fact]
    public async Task Kills_make_no_duplicate_and_lose_nothing()
    {
        string[] arguments =
            Environment.GetEnvironmentVariable("CLIPYARD_TEST_ALL") == "1" ? ["--random", "200"] : ["--sample", "24"];

        var run = await MatrixProgram.RunAsync(arguments);

        run.ExitCode.ShouldBe(0, run.Output);
        var sum = Sum().Match(run.LastLine);
        sum.Success.ShouldBeTrue(run.LastLine);
        Number("kills").ShouldBeGreaterThanOrEqualTo(20, "kills that are not reached prove nothing");
        Number("asked").ShouldBe(Number("made") + Number("failed") + Number("person"));

        int Number(string name) => int.Parse(sum.Groups[name].ValueSpan);
    }

    [Fact]
    public async Task A_word_that_it_does_not_know_is_refused()
    {
        var run = await MatrixProgram.RunAsync("--mode", "carrier-pigeon");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("inbox-upload");
    }

    [GeneratedRegex(
        "^(?<kills>[0-9]+) kills, (?<asked>[0-9]+) posts asked, (?<made>[0-9]+) made, "
            + "(?<failed>[0-9]+) failed and said so, (?<person>[0-9]+) asked a person, 0 duplicates, 0 lost$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Sum();
}
