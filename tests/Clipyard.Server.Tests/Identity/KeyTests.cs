using System.Net;

namespace Clipyard.Server.Tests.Identity;

public sealed class KeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_made_key_is_shown_once_and_works_either_way()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var made = await host.PostAsync("/api/keys", new { name = " n8n ", scopes = new[] { "draft", "read" } });

        made.Status.ShouldBe(HttpStatusCode.Created);
        var key = made["key"].GetString()!;
        key.ShouldStartWith("cyk_");
        key.ShouldStartWith(made["prefix"].GetString()!);
        made["name"].GetString().ShouldBe("n8n");
        (await SendAsync(host, "/api/me", ("X-API-Key", key)))["key.id"].GetGuid().ShouldBe(made["id"].GetGuid());
        (await SendAsync(host, "/api/me", ("Authorization", $"bearer {key}"))).Status.ShouldBe(HttpStatusCode.OK);
        var listed = await host.GetAsync("/api/keys");
        listed.Text.ShouldNotContain(key);
        listed["keys.0.id"].GetGuid().ShouldBe(made["id"].GetGuid());
        listed["total"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_nothing_else()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var key = await MakeAsync(host, "read");

        var me = await SendAsync(host, "/api/me", ("X-API-Key", key.Text));
        me["scopes"].EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["read"]);
        var people = await SendAsync(host, "/api/people", ("X-API-Key", key.Text));

        people.Status.ShouldBe(HttpStatusCode.Forbidden);
        people.Code.ShouldBe("forbidden");
        people["detail"].GetString()!.ShouldContain("admin");
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once_and_revoking_it_again_changes_nothing()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var key = await MakeAsync(host, "read");
        (await SendAsync(host, "/api/me", ("X-API-Key", key.Text))).Status.ShouldBe(HttpStatusCode.OK);

        (await host.DeleteAsync($"/api/keys/{key.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        var revoked = await SendAsync(host, "/api/me", ("X-API-Key", key.Text));
        var at = (await host.GetAsync("/api/keys"))["keys.0.revoked_at"].GetDateTimeOffset();
        (await host.DeleteAsync($"/api/keys/{key.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);

        revoked.Code.ShouldBe("unauthenticated");
        revoked["detail"].GetString()!.ShouldContain("revoked");
        (await host.GetAsync("/api/keys"))["keys.0.revoked_at"].GetDateTimeOffset().ShouldBe(at);
        (await AuditLines.ActionsAsync(host)).Count(action => action == "key.revoked").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_ends_when_it_said_it_would()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { TimeProvider = clock, StartScheduler = false }
        );
        var made = await host.PostAsync(
            "/api/keys",
            new
            {
                name = "short",
                scopes = new[] { "read" },
                expires_at = clock.GetUtcNow().AddHours(1),
            }
        );
        var key = made["key"].GetString()!;
        (await SendAsync(host, "/api/me", ("X-API-Key", key))).Status.ShouldBe(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromHours(1));

        var ended = await SendAsync(host, "/api/me", ("X-API-Key", key));
        ended.Code.ShouldBe("unauthenticated");
        ended["detail"].GetString()!.ShouldContain("ended");
    }

    [Fact]
    public async Task A_401_prints_the_call_as_it_should_have_been()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var answer = await SendAsync(host, "/api/keys?limit=2&api_key=cyk_secret", ("X-Other", "1"));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
        var remedy = answer["remedy"].GetString()!;
        remedy.ShouldContain("Authorization: Bearer ");
        remedy.ShouldContain($"{host.Server.Address}api/keys?limit=2");
        answer.Text.ShouldNotContain("cyk_secret");
    }

    [Fact]
    public async Task A_401_of_a_post_names_the_method()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var client = host.CreateClient();

        using var response = await client.PostAsync("/api/keys", null, Cancellation);

        (await JsonAnswer.ReadAsync(response, Cancellation))["remedy"].GetString()!.ShouldContain("curl -X POST ");
    }

    [Theory]
    [InlineData("""{"name": "x", "scopes": ["read", "fly"]}""", "'fly'")]
    [InlineData("""{"name": "x", "scopes": ["READ"]}""", "'READ'")]
    [InlineData("""{"name": "x", "scopes": ["none"]}""", "'none'")]
    [InlineData("""{"name": "x", "scopes": [null]}""", "scopes")]
    [InlineData("""{"name": "x", "scopes": []}""", "scopes")]
    [InlineData("""{"name": "x"}""", "scopes")]
    [InlineData("""{"name": " ", "scopes": ["read"]}""", "name")]
    [InlineData("""{"scopes": ["read"]}""", "name")]
    [InlineData("""{"name": "x", "scopes": ["read"], "expires_at": "2020-01-01T00:00:00Z"}""", "expires_at")]
    [InlineData("""{"name": "x", "scopes": ["read"], "expires_at": "soon"}""", "expires_at")]
    public async Task What_cannot_be_a_key_is_refused_by_name(string body, string named)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var answer = await host.PostAsync("/api/keys", System.Text.Json.Nodes.JsonNode.Parse(body));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString()!.ShouldContain(named);
        (await host.GetAsync("/api/keys"))["total"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_makes_or_revokes_a_key_that_may_do_more_than_they()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var benjamin = await Browser.SignedInAsync(host, "ben", ben.Password);
        using var client = host.CreateClient(ben.Key);

        var byKey = await PostAsync(client, new { name = "x", scopes = new[] { "read", "publish" } });
        var bySession = await benjamin.PostAsync("/api/keys", new { name = "x", scopes = new[] { "admin" } });
        var greater = await benjamin.PostAsync("/api/keys", new { name = "x", scopes = new[] { "publish" } });
        using var deleted = await client.DeleteAsync($"/api/keys/{greater["id"].GetGuid()}", Cancellation);

        byKey.Code.ShouldBe("forbidden");
        byKey["detail"].GetString()!.ShouldContain("publish");
        bySession.Code.ShouldBe("forbidden");
        deleted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await benjamin.GetAsync("/api/keys"))["total"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_ends_makes_none_that_lives_longer()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var end = DateTimeOffset.Parse("2099-01-01T00:00:00Z");
        string[] scopes = ["read"];
        var made = await host.PostAsync(
            "/api/keys",
            new
            {
                name = "x",
                scopes,
                expires_at = end,
            }
        );
        using var client = host.CreateClient(made["key"].GetString());

        (await PostAsync(client, new { name = "y", scopes })).Code.ShouldBe("invalid_parameter");
        (
            await PostAsync(
                client,
                new
                {
                    name = "y",
                    scopes,
                    expires_at = end.AddDays(1),
                }
            )
        ).Code.ShouldBe("invalid_parameter");
        (
            await PostAsync(
                client,
                new
                {
                    name = "y",
                    scopes,
                    expires_at = end,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_owner_s_keys_are_not_there()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        var mine = await MakeAsync(host, "read");
        using var client = host.CreateClient(ben.Key);

        using var listed = await client.GetAsync("/api/keys", Cancellation);
        using var deleted = await client.DeleteAsync($"/api/keys/{mine.Id}", Cancellation);

        (await listed.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain($"{mine.Id}");
        deleted.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(host, "/api/me", ("X-API-Key", mine.Text))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keys_are_listed_page_by_page_newest_first()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(Cancellation, setup => setup with { TimeProvider = clock });
        var ids = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            ids.Insert(0, (await MakeAsync(host, "read")).Id);
        }

        var first = await host.GetAsync("/api/keys?limit=2");
        var second = await host.GetAsync($"/api/keys?limit=2&cursor={first["next_cursor"].GetString()}");
        var third = await host.GetAsync($"/api/keys?limit=2&cursor={second["next_cursor"].GetString()}");

        Ids(first).Concat(Ids(second)).ShouldBe(ids);
        third["count"].GetInt32().ShouldBe(1);
        third["total"].GetInt32().ShouldBe(5);
        third["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await host.GetAsync("/api/keys?cursor=nonsense")).Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task A_demoted_administrator_s_keys_administrate_no_more()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ann = await Someone.AddAsync(host, "ann", "administrator", "read admin");
        (await SendAsync(host, "/api/people", ("X-API-Key", ann.Key))).Status.ShouldBe(HttpStatusCode.OK);

        await host.SendAsync(HttpMethod.Patch, $"/api/people/{ann.Id}", new { role = "member" });

        (await SendAsync(host, "/api/people", ("X-API-Key", ann.Key))).Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task The_last_use_is_told_at_once_and_kept_over_a_restart()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(Cancellation, setup => setup with { TimeProvider = clock });
        var key = await MakeAsync(host, "read");
        await SendAsync(host, "/api/me", ("X-API-Key", key.Text));
        var used = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromSeconds(5));

        (await LastUseAsync(host, key.Id)).ShouldBe(used);
        await host.RestartAsync();

        (await LastUseAsync(host, key.Id)).ShouldBe(used);
    }

    private static async Task<DateTimeOffset> LastUseAsync(ServerHost host, Guid id) =>
        (await host.GetAsync("/api/keys"))["keys"]
            .EnumerateArray()
            .Single(key => key.GetProperty("id").GetGuid() == id)
            .GetProperty("last_used_at")
            .GetDateTimeOffset();

    private static IEnumerable<Guid> Ids(JsonAnswer page) =>
        page["keys"].EnumerateArray().Select(key => key.GetProperty("id").GetGuid());

    private static async Task<(Guid Id, string Text)> MakeAsync(ServerHost host, params string[] scopes)
    {
        var made = await host.PostAsync("/api/keys", new { name = "made", scopes });
        return (made["id"].GetGuid(), made["key"].GetString()!);
    }

    private static async Task<JsonAnswer> PostAsync(HttpClient client, object body)
    {
        using var response = await client.PostAsync(
            "/api/keys",
            System.Net.Http.Json.JsonContent.Create(body),
            Cancellation
        );
        return await JsonAnswer.ReadAsync(response, Cancellation);
    }

    private static async Task<JsonAnswer> SendAsync(ServerHost host, string path, (string Name, string Value) header)
    {
        using var browser = new Browser(host);
        return await browser.SendAsync(HttpMethod.Get, path, null, header);
    }
}
