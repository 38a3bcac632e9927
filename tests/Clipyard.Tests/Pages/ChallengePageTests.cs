using System.Text;
using Clipyard.Pages;

namespace Clipyard.Tests.Pages;

/// <summary>The counting puzzle of the "Please wait..." page.</summary>
public sealed class ChallengePageTests
{
    private const string Answer =
        "eyJ2Ijp7ImEiOiJvTHpqaXRPTmtRcWt1VEp0VGM2ZzViSmxZSXlHeE42TzEzN0VNdDREYWVzPSIsImIiOjE3ODM1MDAwMDAsImMiOiJGSy9NemVSU3dJbEhNL2xUeVA5MzkrVFBMK2gxdHhQSXhzK1VuNDBwUStnPSJ9LCJzIjoiQkRweGgzVEZjcjJLSmEyK3NiL05YQUpXcmhIT3o1K2NQNUpkRGxLK3I0az0iLCJkIjoiTkRNeU1RPT0ifQ==";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void It_is_solved_by_counting_and_asks_for_a_second_cookie()
    {
        ChallengePage.TryRead(SamplePages.ReadBytes("challenge.html"), out var challenge).ShouldBeTrue();

        challenge
            .Solve(Cancellation)
            .ShouldBe(
                new ChallengeAnswer("_wafchallengeid", Answer)
                {
                    SecondCookieName = "waforiginalreid",
                    SecondCookieValue = "abc123",
                }
            );
    }

    [Fact]
    public void Pages_of_2024_lack_the_second_cookie()
    {
        var text = Encoding.UTF8.GetString(SamplePages.ReadBytes("challenge.html"));
        var older = text[..text.IndexOf("<p id=\"rci\"", StringComparison.Ordinal)];
        ChallengePage.TryRead(Encoding.UTF8.GetBytes(older), out var challenge).ShouldBeTrue();

        challenge.Solve(Cancellation).ShouldBe(new ChallengeAnswer("_wafchallengeid", Answer));
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("<p id=\"wci\" class=\"x\"></p>")]
    [InlineData("<p id=\"wci\"></p><p id=\"cs\" class=\"eyJ9\"></p>")]
    [InlineData("<p id=\"wci\" class=\"a;b\"></p><p id=\"cs\" class=\"eyJ9\"></p>")]
    [InlineData("<p id=\"wci\" class=\"")]
    public void Other_pages_are_not_taken_for_it(string page)
    {
        ChallengePage.TryRead(Encoding.UTF8.GetBytes(page), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    [InlineData("e30")] // {}
    [InlineData("W10")] // []
    [InlineData("eyJ2Ijp7fX0")] // {"v":{}}
    [InlineData("eyJ2Ijp7ImEiOiJBQUFBIiwiYyI6IkFBQUEifX0")] // the goal is no hash
    [InlineData("eyJ2Ijp7ImEiOjEsImMiOltdfX0")] // numbers and lists instead of text
    public void A_malformed_puzzle_has_no_answer(string puzzle)
    {
        var page = $"<p id=\"wci\" class=\"name\"></p><p id=\"cs\" class=\"{puzzle}\"></p>";
        ChallengePage.TryRead(Encoding.UTF8.GetBytes(page), out var challenge).ShouldBeTrue();

        challenge.Solve(Cancellation).ShouldBeNull();
    }

    [Fact]
    public void Counting_stops_when_told_to()
    {
        ChallengePage.TryRead(SamplePages.ReadBytes("challenge.html"), out var challenge).ShouldBeTrue();

        Should.Throw<OperationCanceledException>(() => challenge.Solve(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_puzzle_without_a_solution_ends_at_the_limit()
    {
        var json = $$$"""{"v":{"a":"AAAA","c":"{{{Convert.ToBase64String(new byte[32])}}}"}}""";
        var puzzle = ChallengePuzzle.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(json))).ShouldNotBeNull();

        puzzle.Solve(Cancellation).ShouldBeNull();
    }
}
