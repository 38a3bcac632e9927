using System.Net;

namespace Clipyard.Server.Tests.Identity;

/// <summary>A person whom the administrator added, and a key of theirs.</summary>
internal sealed record Someone(Guid Id, string Name, string Password, string Key)
{
    /// <summary>Adds one; the key has these scopes, <c>read archive</c> without a wish.</summary>
    public static async Task<Someone> AddAsync(
        ServerHost host,
        string name,
        string role = "member",
        string scopes = "read archive"
    )
    {
        var added = await host.PostAsync("/api/people", new { name, role });
        added.Status.ShouldBe(HttpStatusCode.Created);
        var password = added["password"].GetString()!;
        using var browser = await Browser.SignedInAsync(host, name, password);
        var key = await browser.PostAsync("/api/keys", new { name = "test", scopes = scopes.Split(' ') });
        key.Status.ShouldBe(HttpStatusCode.Created);
        return new Someone(added["person.id"].GetGuid(), name, password, key["key"].GetString()!);
    }
}
