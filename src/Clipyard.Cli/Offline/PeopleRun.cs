using System.Text.Json;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Server;
using Clipyard.Server.Identity;

namespace Clipyard.Cli.Offline;

/// <summary>Does what <c>clipyard people</c> says. Apart from the commands, so that the server is loaded when needed.</summary>
internal static class PeopleRun
{
    public static async Task AddAsync(CliSession session, string name, CancellationToken cancellationToken)
    {
        await using var server = await OpenAsync(session, cancellationToken);
        var role = session.Settings.Has(PeopleOptionSet.Administrator) ? PersonRole.Administrator : PersonRole.Member;
        Print(session, await server.AddPersonAsync(name, role, cancellationToken));
    }

    public static async Task ListAsync(CliSession session, CancellationToken cancellationToken)
    {
        await using var server = await OpenAsync(session, cancellationToken);
        foreach (var person in await server.ListPeopleAsync(cancellationToken))
        {
            session.Screen.Result(session.Json ? Json(person, null) : Line(person));
        }
    }

    public static async Task ResetPasswordAsync(CliSession session, string name, CancellationToken cancellationToken)
    {
        await using var server = await OpenAsync(session, cancellationToken);
        Print(session, await server.ResetPasswordAsync(name, cancellationToken));
    }

    private static Task<OfflineServer> OpenAsync(CliSession session, CancellationToken cancellationToken) =>
        DataFolder.OpenAsync(
            session,
            session.Settings.Text(ServeOptionSet.Data) ?? DataFolder.Default,
            cancellationToken
        );

    private static void Print(CliSession session, MadePassword made)
    {
        if (session.Json)
        {
            session.Screen.Result(Json(made.Person, made.Password));
            return;
        }

        session.Screen.Result($"name      {Printable.Line(made.Person.Name)}");
        session.Screen.Result($"password  {made.Password}");
        session.Screen.Notice("clipyard: the password is shown this once; to be changed after signing in");
    }

    private static string Line(PersonSummary person)
    {
        var locked = person.LockedUntil is { } until ? $"  locked until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "";
        return $"{Printable.Line(person.Name)}  {Role(person)}  {person.CreatedAt.UtcDateTime:yyyy-MM-dd}{locked}";
    }

    private static string Json(PersonSummary person, string? password) =>
        JsonSerializer.Serialize(
            new PersonDocument(
                person.Id.ToString(),
                person.Name,
                Role(person),
                person.CreatedAt,
                person.LockedUntil,
                password
            ),
            OfflineJsonContext.Default.PersonDocument
        );

    private static string Role(PersonSummary person) => person.Role.ToString().ToLowerInvariant();
}
