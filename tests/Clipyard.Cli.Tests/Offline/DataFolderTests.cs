using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server;
using Clipyard.Server.Sqlite;

namespace Clipyard.Cli.Tests.Offline;

/// <summary>Commands that work on a data folder while no server does.</summary>
public sealed class DataFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_added_listed_and_get_new_passwords()
    {
        using var folder = new TemporaryFolder();
        await MakeServerAsync(folder.Path);

        var added = (await RunAsync(folder, "people", "add", "mira", "-j"))
            .ShouldEndWith(0)
            .Json.ShouldHaveSingleItem();
        var reset = (await RunAsync(folder, "people", "reset-password", "mira", "-j")).ShouldEndWith(0).Json[0];
        var listed = (await RunAsync(folder, "people", "list")).ShouldEndWith(0);

        added.GetProperty("role").GetString().ShouldBe("member");
        reset.GetProperty("password").GetString().ShouldNotBe(added.GetProperty("password").GetString());
        listed.Lines.Count.ShouldBe(2);
        listed.Lines[0].ShouldStartWith("admin  administrator");
        listed.Lines[1].ShouldStartWith("mira  member");
        listed.Error.ShouldBeEmpty();
        (await RunAsync(folder, "people", "add", "mira")).ShouldEndWith(104);
        (await RunAsync(folder, "people", "reset-password", "nobody")).ShouldEndWith(103);
        (await RunAsync(folder, "people", "add", "root", "--admin", "-j"))
            .Json[0]
            .GetProperty("role")
            .GetString()
            .ShouldBe("administrator");
    }

    [Fact]
    public async Task An_archive_is_verified_without_its_server()
    {
        using var folder = new TemporaryFolder();
        await MakeServerAsync(folder.Path);

        var result = (await RunAsync(folder, "verify")).ShouldEndWith(0);

        result.Error.ShouldContain("admin: 0 records, 0 files");
    }

    [Fact]
    public async Task An_archive_is_checked_imported_and_found_whole()
    {
        using var folder = new TemporaryFolder();
        await MakeServerAsync(folder["server"]);
        var address = $"https://www.tiktok.com/@sunny.garden/video/{DemoWorld.PlainVideo}";
        await using (var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), Token))
        {
            var got = await CliRun.RunAsync(
                "get",
                address,
                "-P",
                folder["bucket/tiktok"],
                $"--tiktok-address={sandbox.Address}"
            );
            got.ShouldEndWith(0);
        }

        string[] import =
        [
            "import",
            "--users",
            folder.Write("users.csv", "student_id,username\ns-1,sunny.garden\n"),
            "--videos",
            folder.Write("videos.csv", $"student_id,video_id,caption\ns-1,{DemoWorld.PlainVideo},\"a, b\"\n"),
            "--files",
            folder["bucket"],
            "--data",
            folder["server"],
        ];

        (await CliRun.RunAsync([.. import, "--check"])).ShouldEndWith(0).Error.ShouldContain("nothing was written");
        (await CliRun.RunAsync(import)).ShouldEndWith(0).Error.ShouldContain("imported 1 students, 1 videos");
        (await CliRun.RunAsync([.. import, "-j"])).Json[0].GetProperty("already_kept").GetInt64().ShouldBe(1);
        var verified = await CliRun.RunAsync("verify", "--data", folder["server"]);
        verified.ShouldEndWith(0).Error.ShouldContain("1 records, 1 files");

        folder.Write("videos.csv", "student_id,video_id\ns-1,not-a-number\n");
        var wrong = (await CliRun.RunAsync(import)).ShouldEndWith(2);
        wrong.Lines.ShouldHaveSingleItem().ShouldContain("videos.csv:2: ");
        wrong.Error.ShouldContain("nothing was imported");
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import --users no-such-file.csv")]
    public async Task An_import_says_what_it_lacks(string line) =>
        (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(2).Error.ShouldContain("--help");

    [Theory]
    [InlineData("people list")]
    [InlineData("verify")]
    public async Task A_folder_that_is_no_server_s_is_refused_and_stays_as_it_is(string line)
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder, line.Split(' '))).ShouldEndWith(2).Error.ShouldContain("no server's data folder");

        folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_on_which_a_server_runs_is_left_alone()
    {
        await using var host = await ServerHost.StartAsync(Token);

        var result = await CliRun.RunAsync("people", "list", "--data", host.DataFolder);

        result.ShouldEndWith(50).Error.ShouldContain("Another process uses the data folder");
    }

    private static async Task MakeServerAsync(string folder)
    {
        await using var server = await ClipyardServer.StartAsync(
            new ServerSetup
            {
                Database = new SqliteProvider(),
                DataFolder = folder,
                Urls = ["http://127.0.0.1:0"],
                ReadEnvironment = false,
                Logging = _ => { },
            },
            Token
        );
    }

    private static Task<CliResult> RunAsync(TemporaryFolder folder, params string[] args) =>
        CliRun.RunAsync([.. args, "--data", folder.Path]);
}
