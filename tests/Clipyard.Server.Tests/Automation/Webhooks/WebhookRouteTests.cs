using System.Net;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class WebhookRouteTests
{
    [Fact]
    public async Task A_webhook_is_made_shown_changed_and_deleted()
    {
        await using var host = await HookHost.StartAsync();

        var made = await host.MakeAsync("post.failed post.published");
        var id = made["id"].GetGuid();
        var changed = await host.PatchAsync(id, new { events = new[] { "post.in_inbox" }, description = " The team " });
        var list = await host.Server.GetAsync("/api/webhooks");
        var deleted = await host.Server.DeleteAsync($"/api/webhooks/{id}");

        made["secret"].GetString().ShouldStartWith("whsec_");
        made.Headers["Cache-Control"].ShouldBe("no-store");
        made.Headers["Location"].ShouldEndWith($"/api/webhooks/{id}");
        changed["description"].GetString().ShouldBe("The team");
        changed["events"].EnumerateArray().Select(type => type.GetString()).ShouldBe(["post.in_inbox"]);
        changed["url"].GetString().ShouldBe(host.Receiver.Address.ToString());
        changed["enabled"].GetBoolean().ShouldBeTrue();
        list["total"].GetInt32().ShouldBe(1);
        list["webhooks.0.id"].GetGuid().ShouldBe(id);
        list.Text.ShouldNotContain("whsec_");
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
        (await host.LookAsync(id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Server.DeleteAsync($"/api/webhooks/{id}")).Code.ShouldBe("not_found");
        (await AuditLines.ActionsAsync(host.Server)).ShouldContain("webhook.removed");
    }

    [Theory]
    [InlineData("""{"events":["post.created"]}""", "invalid_parameter")]
    [InlineData("""{"url":"https://example.com/","events":[]}""", "invalid_parameter")]
    [InlineData("""{"url":"https://example.com/"}""", "invalid_parameter")]
    [InlineData("""{"url":"https://example.com/","events":["post.updated"]}""", "invalid_parameter")]
    [InlineData("""{"url":"https://example.com/","events":["post.created",null]}""", "invalid_parameter")]
    [InlineData("""{"url":"http://example.com/","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"https://127.0.0.1/","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"https://192.168.1.1/","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"https://169.254.169.254/latest","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"https://user:pass@example.com/","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"ftp://example.com/","events":["post.created"]}""", "url_not_allowed")]
    [InlineData("""{"url":"not an address","events":["post.created"]}""", "url_not_allowed")]
    public async Task What_cannot_be_is_refused_and_makes_nothing(string body, string code)
    {
        await using var host = await HookHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Server.Client.PostAsync(
            "/api/webhooks",
            content,
            TestContext.Current.CancellationToken
        );

        var answer = await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
        answer.Code.ShouldBe(code, answer.Text);
        (await host.Server.GetAsync("/api/webhooks"))["total"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task An_address_may_have_2048_characters_and_no_more()
    {
        await using var host = await HookHost.StartAsync();
        var longest = "https://example.com/" + new string('a', 2_028);

        var made = await host.Server.PostAsync("/api/webhooks", Body(longest));
        var refused = await host.Server.PostAsync("/api/webhooks", Body(longest + "a"));

        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        refused.Code.ShouldBe("url_not_allowed");
    }

    [Fact]
    public async Task An_owner_has_at_most_50_however_many_are_asked_for_at_once()
    {
        await using var host = await HookHost.StartAsync();
        var body = Body("https://example.com/");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => host.Server.PostAsync("/api/webhooks", body))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(50);
        answers.Count(answer => answer.Code == "quota_exceeded").ShouldBe(10);
    }

    [Fact]
    public async Task The_same_request_again_answers_with_the_same_webhook_and_secret()
    {
        await using var host = await HookHost.StartAsync();
        var body = Body("https://example.com/");

        var first = await host.Server.SendAsync(HttpMethod.Post, "/api/webhooks", body, ("Idempotency-Key", "once"));
        var again = await host.Server.SendAsync(HttpMethod.Post, "/api/webhooks", body, ("Idempotency-Key", "once"));

        again["id"].GetGuid().ShouldBe(first["id"].GetGuid());
        again["secret"].GetString().ShouldBe(first["secret"].GetString());
        (await host.Server.GetAsync("/api/webhooks"))["total"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_offered_types_are_listed_each_with_a_sentence()
    {
        await using var host = await HookHost.StartAsync();

        var answer = await host.Server.GetAsync("/api/webhooks/events");

        var types = answer["events"].EnumerateArray().ToList();
        types.Select(type => type.GetProperty("type").GetString()).ShouldContain("post.in_inbox");
        types.Select(type => type.GetProperty("type").GetString()).ShouldBeUnique();
        types.ShouldAllBe(type => type.GetProperty("description").GetString()!.EndsWith('.'));
        var all = types.Select(type => type.GetProperty("type").GetString());
        (
            await host.Server.PostAsync("/api/webhooks", new { url = "https://example.com/", events = all })
        ).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_key_of_everyday_work_may_look_and_nothing_more()
    {
        await using var host = await HookHost.StartAsync();
        var ben = await Someone.AddAsync(host.Server, "ben", scopes: "read archive draft publish approve tasks");
        using var browser = await Browser.SignedInAsync(host.Server, ben.Name, ben.Password);
        var made = await browser.PostAsync("/api/webhooks", Body("https://example.com/in/secret-path"));
        var id = made["id"].GetGuid();
        (HttpMethod Method, string Path)[] calls =
        [
            (HttpMethod.Post, "/api/webhooks"),
            (HttpMethod.Patch, $"/api/webhooks/{id}"),
            (HttpMethod.Delete, $"/api/webhooks/{id}"),
            (HttpMethod.Post, $"/api/webhooks/{id}/rotate-secret"),
            (HttpMethod.Post, $"/api/webhooks/{id}/test"),
            (HttpMethod.Post, $"/api/webhooks/{id}/replay"),
            (HttpMethod.Get, "/api/webhooks/callback-secret"),
            (HttpMethod.Post, "/api/webhooks/callback-secret/rotate"),
        ];

        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        (await AskAsync(host, ben.Key, HttpMethod.Get, "/api/webhooks")).ShouldBe(HttpStatusCode.OK);
        foreach (var (method, path) in calls)
        {
            (await AskAsync(host, ben.Key, method, path)).ShouldBe(HttpStatusCode.Forbidden, path);
        }

        var secret = await browser.GetAsync("/api/webhooks/callback-secret");
        secret["secret"].GetString().ShouldStartWith("whsec_");
    }

    [Fact]
    public async Task Who_may_not_change_a_webhook_sees_only_the_origin_of_its_address()
    {
        await using var host = await HookHost.StartAsync();
        var ben = await Someone.AddAsync(host.Server, "ben", scopes: "read draft");
        using var browser = await Browser.SignedInAsync(host.Server, ben.Name, ben.Password);
        var made = await browser.PostAsync("/api/webhooks", Body("https://example.com/in/secret-path?key=1"));
        using var client = host.Server.CreateClient(ben.Key);
        var path = $"/api/webhooks/{made["id"].GetGuid()}";

        var shown = await LookAsync(client, path);
        var listed = await LookAsync(client, "/api/webhooks");

        shown["url"].GetString().ShouldBe("https://example.com/…");
        listed["webhooks.0.url"].GetString().ShouldBe("https://example.com/…");
        (await browser.GetAsync(path))["url"].GetString().ShouldBe("https://example.com/in/secret-path?key=1");
    }

    [Fact]
    public async Task What_belongs_to_another_owner_is_not_there()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var delivery = (await host.DeliveryAsync()).Id;
        var ben = await Someone.AddAsync(host.Server, "ben", "administrator", "read admin");
        (HttpMethod Method, string Path)[] calls =
        [
            (HttpMethod.Get, $"/api/webhooks/{id}"),
            (HttpMethod.Delete, $"/api/webhooks/{id}"),
            (HttpMethod.Post, $"/api/webhooks/{id}/rotate-secret"),
            (HttpMethod.Post, $"/api/webhooks/{id}/test"),
            (HttpMethod.Get, $"/api/webhooks/{id}/deliveries"),
            (HttpMethod.Post, $"/api/webhooks/{id}/deliveries/{delivery}/replay"),
            (HttpMethod.Post, $"/api/webhooks/callbacks/{delivery}/replay"),
        ];

        foreach (var (method, path) in calls)
        {
            (await AskAsync(host, ben.Key, method, path)).ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await host.LookAsync(id))["enabled"].GetBoolean().ShouldBeTrue();
        (await host.DeliveryAsync()).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task No_secret_can_be_read_in_the_database()
    {
        await using var host = await HookHost.StartAsync();
        var made = await host.MakeAsync();
        var callbacks = await host.Server.GetAsync("/api/webhooks/callback-secret");

        var kept = await host.InDbAsync(db => Task.FromResult(db.SigningSecrets.Select(row => row.Sealed).ToList()));

        kept.Count.ShouldBe(2);
        foreach (var secret in new[] { made["secret"].GetString()!, callbacks["secret"].GetString()! })
        {
            kept.Exists(row => row.Contains(secret["whsec_".Length..], StringComparison.Ordinal)).ShouldBeFalse();
        }

        (await host.Server.GetAsync("/api/webhooks/callback-secret"))["secret"]
            .GetString()
            .ShouldBe(callbacks["secret"].GetString());
    }

    private static object Body(string url) => new { url, events = new[] { "post.created" } };

    private static async Task<JsonAnswer> LookAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> AskAsync(HookHost host, string key, HttpMethod method, string path)
    {
        using var client = host.Server.CreateClient(key);
        using var request = new HttpRequestMessage(method, path);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
