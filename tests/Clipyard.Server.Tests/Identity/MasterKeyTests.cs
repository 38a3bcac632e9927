using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Tests.Accounts;

namespace Clipyard.Server.Tests.Identity;

public sealed class MasterKeyTests
{
    private const string Secret = "Zm9yIHRlc3RzIGFsb25lLCBuZXZlciBmb3IgYW55dGhpbmcgZWxzZQ==";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_on_disk_are_wrapped_and_open_again_after_a_restart()
    {
        await using var host = await ServerHost.StartAsync(Stop, setup => With(setup, Secret));
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);

        ShouldBeWrapped(host);
        await host.RestartAsync();

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_master_key_that_is_set_later_wraps_the_keys_in_use_too()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        KeysOf(host).ShouldContain("requiresEncryption");

        await host.RestartAsync(setup => With(setup, Secret));

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
        ShouldBeWrapped(host);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Path.Combine(host.DataFolder, "keys"), "key-*.xml"))
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        await host.RestartAsync();
        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task With_another_master_key_accounts_need_their_person_and_the_server_works()
    {
        await using var host = await ServerHost.StartAsync(Stop, setup => With(setup, Secret));
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await host.RestartAsync(setup => With(setup, Secret.ToUpperInvariant()));

        var error = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));

        error.Code.ShouldBe("reconnect_needed");
        (await host.RowAsync(id)).StateReason!.ShouldContain("CLIPYARD_MASTER_KEY");
        (await host.ConnectAsync(DemoWorld.SunnyGarden)).ShouldBe(id);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.Connected);
    }

    private static ServerSetup With(ServerSetup setup, string masterKey) =>
        setup with
        {
            Settings = ServerHost.With(setup, ("MasterKey", masterKey)),
        };

    private static string KeysOf(ServerHost host) =>
        string.Concat(Directory.GetFiles(Path.Combine(host.DataFolder, "keys"), "key-*.xml").Select(File.ReadAllText));

    private static void ShouldBeWrapped(ServerHost host)
    {
        var keys = KeysOf(host);
        keys.ShouldContain("wrappedKey");
        keys.ShouldNotContain("requiresEncryption");
        keys.ShouldNotContain("<masterKey");
    }
}
