using System.Net;
using Clipyard.Failures;
using Clipyard.Server.Identity;
using Clipyard.Server.Sqlite;

namespace Clipyard.Server.Tests.Identity;

public sealed class OfflinePeopleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-people-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_person_is_an_administrator_and_the_next_are_what_was_said()
    {
        await using var server = await OfflineServer.OpenAsync(Setup(), Cancellation);

        var first = await server.AddPersonAsync("ann", PersonRole.Member, Cancellation);
        var second = await server.AddPersonAsync("ben", PersonRole.Member, Cancellation);

        first.Person.Role.ShouldBe(PersonRole.Administrator);
        second.Person.Role.ShouldBe(PersonRole.Member);
        $"{second}".ShouldNotContain(second.Password);
        (await server.ListPeopleAsync(Cancellation)).Select(person => person.Name).ShouldBe(["ann", "ben"]);
        var lines = await AuditLines.ReadAsync(server.Services);
        lines.ShouldAllBe(line => line.Actor == "system" && line.Action == "person.added");
    }

    [Fact]
    public async Task A_password_reset_on_the_data_folder_lets_its_person_in_again()
    {
        MadePassword reset;
        string? cookie;
        await using (var server = await OfflineServer.OpenAsync(Setup(), Cancellation))
        {
            await server.AddPersonAsync("ann", cancellationToken: Cancellation);
        }

        await using (var server = await OfflineServer.OpenAsync(Setup(), Cancellation))
        {
            reset = await server.ResetPasswordAsync("Ann", Cancellation);
        }

        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { DataFolder = _folder, Settings = ServerHost.With(setup) }
        );
        using (var browser = await Browser.SignedInAsync(host, "ann", reset.Password))
        {
            cookie = browser.Cookie;
        }

        host.Server.FirstAdministrator.ShouldBeNull();
        using var again = new Browser(host) { Cookie = cookie };
        (await again.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_of_that_name_is_said_so()
    {
        await using var server = await OfflineServer.OpenAsync(Setup(), Cancellation);

        var unknown = await Should.ThrowAsync<ClipyardException>(() =>
            server.ResetPasswordAsync("nobody", Cancellation)
        );

        unknown.Code.ShouldBe("not_found");
        unknown.Message.ShouldContain("'nobody'");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private ServerSetup Setup() =>
        new()
        {
            Database = new SqliteProvider(),
            DataFolder = _folder,
            ReadEnvironment = false,
        };
}
