using Clipyard.Cli.Tests.Running;
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
