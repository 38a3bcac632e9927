using System.Net;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Identity;

public sealed class PeopleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_added_person_signs_in_with_the_password_shown_and_owns_a_place_of_their_own()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var added = await host.PostAsync("/api/people", new { name = "ben" });

        added.Status.ShouldBe(HttpStatusCode.Created);
        added["person.role"].GetString().ShouldBe("member");
        using var browser = await Browser.SignedInAsync(host, "BEN", added["password"].GetString()!);
        (await browser.GetAsync("/api/me"))["id"].GetGuid().ShouldBe(added["person.id"].GetGuid());
        var listed = await host.GetAsync("/api/people");
        listed.Text.ShouldNotContain(added["password"].GetString()!);
        listed["people"].EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["admin", "ben"]);
        (await PrefixesAsync(host)).ShouldBe(["", $"owners/{added["person.id"].GetGuid()}/"]);
    }

    [Theory]
    [InlineData("admin", "conflict")]
    [InlineData("ADMIN", "conflict")]
    [InlineData("", "invalid_parameter")]
    [InlineData("two words", "invalid_parameter")]
    [InlineData(null, "invalid_parameter")]
    public async Task Names_are_letters_and_digits_and_taken_once(string? name, string code)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var answer = await host.PostAsync("/api/people", new { name });

        answer.Code.ShouldBe(code);
        answer["detail"].GetString()!.ShouldContain("name");
        (await host.GetAsync("/api/people"))["total"].GetInt32().ShouldBe(1);
        (await AuditLines.ActionsAsync(host)).ShouldBe(["person.added"]);
    }

    [Fact]
    public async Task Only_administrators_manage_people()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var browser = await Browser.SignedInAsync(host, "ben", ben.Password);

        (await browser.GetAsync("/api/people")).Code.ShouldBe("forbidden");
        (await browser.PostAsync("/api/people", new { name = "eve" })).Code.ShouldBe("forbidden");
        (await browser.PostAsync($"/api/people/{ben.Id}/reset-password")).Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task A_reset_password_lifts_the_lock_out_and_ends_sessions_but_not_keys()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var before = await Browser.SignedInAsync(host, "ben", ben.Password);
        using var guesser = new Browser(host);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await guesser.SignInAsync("ben", "wrong again");
        }

        var reset = await host.PostAsync($"/api/people/{ben.Id}/reset-password");

        reset.Status.ShouldBe(HttpStatusCode.OK);
        (await before.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
        (await guesser.SignInAsync("ben", ben.Password)).Code.ShouldBe("unauthenticated");
        using var after = await Browser.SignedInAsync(host, "ben", reset["password"].GetString()!);
        using var client = host.CreateClient(ben.Key);
        (await client.GetAsync("/api/me", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AuditLines.ReadAsync(host.Server.Services)).ShouldContain(line =>
            line.Action == "password.reset" && line.Subject == $"{ben.Id}" && line.Actor.StartsWith("key:")
        );
    }

    [Fact]
    public async Task Somebody_who_is_not_there_is_not_found()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        (await host.PostAsync($"/api/people/{Guid.NewGuid()}/reset-password")).Code.ShouldBe("not_found");
        (await host.PostAsync("/api/people/7/reset-password")).Code.ShouldBe("not_found");
        var changed = await host.SendAsync(HttpMethod.Patch, $"/api/people/{Guid.NewGuid()}", new { role = "member" });
        changed.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var admin = (await host.GetAsync("/api/me"))["id"].GetGuid();

        var alone = await host.SendAsync(HttpMethod.Patch, $"/api/people/{admin}", new { role = "member" });
        await Someone.AddAsync(host, "ann", "administrator");
        var wrong = await host.SendAsync(HttpMethod.Patch, $"/api/people/{admin}", new { role = "owner" });
        var changed = await host.SendAsync(HttpMethod.Patch, $"/api/people/{admin}", new { role = "member" });

        alone.Code.ShouldBe("conflict");
        alone["detail"].GetString()!.ShouldContain("last administrator");
        wrong.Code.ShouldBe("invalid_parameter");
        changed["role"].GetString().ShouldBe("member");
        (await host.GetAsync("/api/people")).Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task People_are_listed_page_by_page()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.PostAsync("/api/people", new { name = "ben" });
        await host.PostAsync("/api/people", new { name = "eve" });

        var first = await host.GetAsync("/api/people?limit=2");
        var second = await host.GetAsync($"/api/people?limit=2&cursor={first["next_cursor"].GetString()}");

        first["total"].GetInt32().ShouldBe(3);
        second["people.0.name"].GetString().ShouldBe("eve");
        second["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_request_on()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var browser = await Browser.SignedInAsync(host, "ben", ben.Password);

        await host.SendAsync(HttpMethod.Patch, $"/api/people/{ben.Id}", new { role = "administrator" });

        (await browser.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<List<string>> PrefixesAsync(ServerHost host)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db.Users.OrderBy(p => p.CreatedAt).Select(p => p.StorePrefix).ToListAsync(Cancellation);
    }
}
