using System.Text.Encodings.Web;
using System.Text.Json;
using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Commands;

public sealed class ParseTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("video", 0)]
    [InlineData("photo", 0)]
    [InlineData("profile", 0)]
    [InlineData("removed", 20)]
    [InlineData("shell", 33)]
    public async Task The_shape_of_the_answer_is_a_contract(string page, int exitCode)
    {
        var result = (await CliRun.RunAsync("parse", "-j", Sample($"{page}.html"))).ShouldEndWith(exitCode);

        var indented = JsonSerializer.Serialize(result.Json.ShouldHaveSingleItem(), Indented) + "\n";
        Approved.Compare(
            indented,
            Repository.PathOf("tests", "Clipyard.Cli.Tests", "Commands", "Samples", $"{page}.approved.json")
        );
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task For_people_a_page_without_post_says_why()
    {
        var result = (await CliRun.RunAsync("parse", Sample("removed.html"))).ShouldEndWith(20);

        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain("10204 item_privacy_authorization&status_deleted");
        result.Error.ShouldContain("remedy:");
    }

    [Fact]
    public async Task A_page_may_come_from_standard_input()
    {
        var page = await File.ReadAllTextAsync(Sample("video.html"), TestContext.Current.CancellationToken);

        var result = (await new CliRun { Input = page }.StartAsync("parse", "-j", "-")).ShouldEndWith(0);

        result.Json[0].GetProperty("kind").GetString().ShouldBe("video");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no page at all")]
    [InlineData("{}")]
    [InlineData("[1,2")]
    [InlineData(
        "<html><script id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\" type=\"application/json\">{\"__DEFAULT_SCOPE__\":{"
    )]
    public async Task What_is_no_page_is_named_and_never_a_crash(string content)
    {
        var result = await new CliRun { Input = content }.StartAsync("parse", "-j", "-");

        result.ExitCode.ShouldBeInRange(10, 59);
        var status = result.Json.ShouldHaveSingleItem();
        status.GetProperty("kind").GetString().ShouldBe("none");
        status.GetProperty("status").GetProperty("failure").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_a_stranger_wrote_cannot_steer_the_terminal()
    {
        var page = await File.ReadAllTextAsync(Sample("video.html"), TestContext.Current.CancellationToken);
        var hostile = page.Replace("Bees at work", "Bees \\u001b[2J\\u202e at work", StringComparison.Ordinal);

        var result = (await new CliRun { Input = hostile }.StartAsync("parse", "-")).ShouldEndWith(0);

        result.Lines[0].ShouldStartWith("Bees [2J at work");
        result.Out.ShouldNotContain('\u001b');
        result.Out.ShouldNotContain('\u202e');
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Commands", "Samples", name);
}
