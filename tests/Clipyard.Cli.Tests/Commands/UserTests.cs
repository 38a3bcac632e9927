using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

public sealed class UserTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Every_post_is_listed_once()
    {
        var result = (await UserAsync("harbor_lights", "-j")).ShouldEndWith(0);

        result.Json.Count.ShouldBe(43);
        result.Json.Select(post => post.GetProperty("id").GetString()).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("@harbor_lights")]
    [InlineData("https://www.tiktok.com/@harbor_lights?lang=en")]
    public async Task A_creator_has_several_spellings(string given) =>
        (await UserAsync(given, "--max", "2")).ShouldEndWith(0).Lines.Count.ShouldBe(2);

    [Fact]
    public async Task A_name_of_digits_is_a_name() =>
        (await UserAsync(DemoWorld.NumericName)).ShouldEndWith(0).Lines.Count.ShouldBe(1);

    [Fact]
    public async Task For_people_a_post_is_a_line()
    {
        var line = (await UserAsync("harbor_lights", "--max", "1")).ShouldEndWith(0).Lines.ShouldHaveSingleItem();

        line.ShouldMatch(@"^\d{19}  2026-08-19  video  +[0-9,]+  Harbor evening no\. 43 #harbor$");
    }

    [Theory]
    [InlineData(DemoWorld.NoSuchUser, 25)]
    [InlineData(DemoWorld.QuietAttic, 26)]
    public async Task A_creator_who_cannot_be_listed_has_an_exit_code(string name, int exitCode) =>
        (await UserAsync(name)).ShouldEndWith(exitCode).Out.ShouldBeEmpty();

    [Fact]
    public async Task A_creator_without_posts_is_no_failure() =>
        (await UserAsync(DemoWorld.EmptyShelf)).ShouldEndWith(0).Out.ShouldBeEmpty();

    private Task<CliResult> UserAsync(params string[] args) =>
        CliRun.RunAsync(["user", .. args, "--retries=0", $"--tiktok-address={fixture.Address}"]);
}
