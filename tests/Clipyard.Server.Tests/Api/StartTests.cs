using System.Net;
using Clipyard.Failures;
using Clipyard.Server.Sqlite;

namespace Clipyard.Server.Tests.Api;

public sealed class StartTests
{
    [Fact]
    public async Task The_first_start_makes_one_administrator_and_later_starts_none()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        host.Server.FirstAdministrator.ShouldNotBeNull().Name.ShouldBe("admin");

        await host.RestartAsync();

        host.Server.FirstAdministrator.ShouldBeNull();
        (await host.GetAsync("/health")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_in_a_sentence()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var setup = new ServerSetup
        {
            Database = new SqliteProvider(),
            DataFolder = host.DataFolder,
            Urls = ["http://127.0.0.1:0"],
            ReadEnvironment = false,
        };

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            ClipyardServer.StartAsync(setup, TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("storage_unavailable");
        error.Message.ShouldContain("Another process uses the data folder");
    }

    [Fact]
    public async Task Data_from_a_sandbox_never_meets_TikTok()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            host.RestartAsync(setup => setup with { Settings = ServerHost.With(setup, ("TikTokAddress", null)) })
        );

        error.Code.ShouldBe("conflict");
        error.Message.ShouldContain("came from a sandbox");
    }
}
