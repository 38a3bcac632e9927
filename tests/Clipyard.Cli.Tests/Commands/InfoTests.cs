using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

public sealed class InfoTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_post_is_one_line_of_json()
    {
        var result = (await InfoAsync("-j", Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        var post = result.Json.ShouldHaveSingleItem();
        post.GetProperty("kind").GetString().ShouldBe("video");
        post.GetProperty("id").GetString().ShouldBe(DemoWorld.PlainVideo);
        post.GetProperty("author").GetProperty("username").GetString().ShouldBe(DemoWorld.SunnyGarden);
        post.GetProperty("formats").GetArrayLength().ShouldBe(5);
        post.GetProperty("profile").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_photo_post_says_so()
    {
        var result = (
            await InfoAsync("-j", $"https://www.tiktok.com/@paper.boats/photo/{DemoWorld.Photos}")
        ).ShouldEndWith(0);

        result.Json[0].GetProperty("kind").GetString().ShouldBe("photo");
        result.Json[0].GetProperty("images").GetArrayLength().ShouldBe(4);
    }

    [Theory]
    [InlineData("@sunny.garden")]
    [InlineData("sunny.garden")]
    [InlineData("https://www.tiktok.com/@sunny.garden")]
    public async Task A_creator_is_a_profile(string given)
    {
        var result = (await InfoAsync("-j", given)).ShouldEndWith(0);

        result.Json[0].GetProperty("kind").GetString().ShouldBe("profile");
        result.Json[0].GetProperty("profile").GetProperty("followers").GetInt64().ShouldBe(783_427);
    }

    [Fact]
    public async Task Several_answers_come_in_the_order_given()
    {
        var result = await InfoAsync(
            "-j",
            Address(DemoWorld.PlainVideo),
            Address(DemoWorld.Removed),
            $"https://vm.tiktok.com/{DemoWorld.PhotoCode}/"
        );

        result.ShouldEndWith(20);
        result.Json.Count.ShouldBe(3);
        result.Json[0].GetProperty("id").GetString().ShouldBe(DemoWorld.PlainVideo);
        result.Json[1].GetProperty("failure").GetProperty("code").GetString().ShouldBe("video_removed");
        result.Json[2].GetProperty("id").GetString().ShouldBe(DemoWorld.Photos);
    }

    [Theory]
    [InlineData(DemoWorld.Removed, "video_removed", 20)]
    [InlineData(DemoWorld.PrivatePost, "video_private", 21)]
    [InlineData(DemoWorld.RegionLocked, "region_blocked", 22)]
    [InlineData(DemoWorld.LoginWall, "login_required", 23)]
    public async Task What_is_unavailable_has_a_name_a_remedy_and_an_exit_code(string id, string code, int exitCode)
    {
        var json = (await InfoAsync("-j", Address(id))).ShouldEndWith(exitCode);
        var failed = json.Json.ShouldHaveSingleItem();
        failed.GetProperty("url").GetString().ShouldBe(Address(id));
        failed.GetProperty("failure").GetProperty("code").GetString().ShouldBe(code);
        failed.GetProperty("failure").GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        failed.GetProperty("failure").GetProperty("transient").GetBoolean().ShouldBeFalse();

        var text = (await InfoAsync(Address(id))).ShouldEndWith(exitCode);
        text.Out.ShouldBeEmpty();
        text.Error.ShouldStartWith($"clipyard: {Address(id)}: ");
        text.Error.ShouldContain("  remedy: ");
    }

    [Theory]
    [InlineData("https://youtube.com/watch?v=x", 11)]
    [InlineData("https://www.tiktok.com/tag/cats", 10)]
    [InlineData("https://vm.tiktok.com/ZTfaded01/", 12)]
    [InlineData("@nobody_here_at_all", 25)]
    [InlineData("not an address", 2)]
    public async Task What_leads_nowhere_has_an_exit_code(string given, int exitCode) =>
        (await InfoAsync(given)).ShouldEndWith(exitCode).Out.ShouldBeEmpty();

    [Fact]
    public async Task For_people_it_is_readable()
    {
        var result = (await InfoAsync(Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        result.Lines[0].ShouldStartWith("Northern lights");
        result.Out.ShouldContain("@sunny.garden");
        result.Out.ShouldContain("h264_540p_");
    }

    [Fact]
    public async Task Nobody_listening_is_a_network_error()
    {
        var result = await CliRun.RunAsync(
            "info",
            Address(DemoWorld.PlainVideo),
            "--retries=0",
            "--tiktok-address=http://127.0.0.1:1"
        );

        result.ShouldEndWith(30);
        result.Error.ShouldContain("remedy");
    }

    private static string Address(string id) => $"https://www.tiktok.com/@sunny.garden/video/{id}";

    private Task<CliResult> InfoAsync(params string[] args) =>
        CliRun.RunAsync(["info", .. args, "--retries=0", $"--tiktok-address={fixture.Address}"]);
}
