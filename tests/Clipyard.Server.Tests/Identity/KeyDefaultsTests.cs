using System.Net;
using System.Text.Json;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Automation.N8n;
using Clipyard.Server.Tests.Publishing.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Identity;

public sealed class KeyDefaultsTests
{
    private static readonly string[] Draft = ["draft"];

    public static TheoryData<string> Routes => WorkflowCall.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_key_says_which_account_and_caption_where_a_request_says_nothing(string route)
    {
        await using var host = await PostHost.StartAsync();
        var other = await host.AddAccountAsync("other");
        var made = await MakeAsync(host, new { default_account_id = other, default_caption = "From the key" });
        var key = made["key"].GetString()!;

        var silent = await host.SendAsync(route, Body(""), key);
        var spoken = await host.SendAsync(
            route,
            Body($", \"account_id\": \"{host.AccountId}\", \"video_title\": \"Mine\""),
            key
        );

        silent["account.id"].GetGuid().ShouldBe(other, silent.Text);
        silent["caption"].GetString().ShouldBe("From the key");
        spoken["account.id"].GetGuid().ShouldBe(host.AccountId, spoken.Text);
        spoken["caption"].GetString().ShouldBe("Mine");
    }

    [Fact]
    public async Task They_hold_for_an_uploaded_form_too()
    {
        await using var host = await PostHost.StartAsync();
        var other = await host.AddAccountAsync("other");
        var made = await MakeAsync(host, new { default_account_id = other, default_caption = "From the key" });
        using var client = host.Server.CreateClient(made["key"].GetString());
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new Clipyard.Testing.Media.Mp4Maker().Build()), "video", "clip.mp4" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tiktok/upload") { Content = form };
        request.Headers.Add("Prefer", "respond-async");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["account.id"].GetGuid().ShouldBe(other);
        answer["caption"].GetString().ShouldBe("From the key");
    }

    [Fact]
    public async Task They_are_shown_changed_and_taken_away_from_the_next_request_on()
    {
        await using var host = await PostHost.StartAsync();
        var made = await MakeAsync(host, new { default_caption = "First" });
        var key = made["key"].GetString()!;
        (await host.SendAsync(VideoRoute, Body(""), key))["caption"].GetString().ShouldBe("First");

        var changed = await ChangeAsync(
            host,
            made,
            new { default_account_id = host.AccountId, default_caption = "Second" }
        );
        var after = await host.SendAsync(VideoRoute, Body(""), key);
        var kept = await ChangeAsync(host, made, new { default_caption = (string?)null });
        var bare = await host.SendAsync(VideoRoute, Body(""), key);

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        changed["default_account_id"].GetGuid().ShouldBe(host.AccountId);
        changed.Text.ShouldNotContain(key);
        after["caption"].GetString().ShouldBe("Second");
        kept["default_account_id"].GetGuid().ShouldBe(host.AccountId, "what is left out stays");
        bare["caption"].ValueKind.ShouldBe(JsonValueKind.Null);
        var listed = await ListedAsync(host, made);
        listed.GetProperty("default_account_id").GetGuid().ShouldBe(host.AccountId);
        listed.GetProperty("default_caption").ValueKind.ShouldBe(JsonValueKind.Null);
        (await host.AuditedAsync()).Count(action => action == "key.changed").ShouldBe(2);
    }

    [Fact]
    public async Task Defaults_that_no_post_could_have_are_refused_and_change_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var ben = await Someone.AddAsync(host.Server, "ben");
        var gone = await host.AddAccountAsync("gone");
        await DisconnectAsync(host, gone);
        var made = await MakeAsync(host, new { default_caption = "First" });
        (object Defaults, string Code)[] refused =
        [
            (new { default_account_id = Guid.NewGuid() }, "not_found"),
            (new { default_account_id = gone }, "not_connected"),
            (new { default_account_id = "mine" }, "invalid_parameter"),
            (new { default_caption = new string('x', 2_201) }, "caption_too_long"),
            (new { default_caption = "\u0007" }, "invalid_parameter"),
        ];

        foreach (var (defaults, code) in refused)
        {
            (await MakeAsync(host, defaults)).Code.ShouldBe(code);
            (await ChangeAsync(host, made, defaults)).Code.ShouldBe(code);
        }

        using var benjamin = await Browser.SignedInAsync(host.Server, "ben", ben.Password);
        var foreign = await benjamin.PostAsync(
            "/api/keys",
            new
            {
                name = "x",
                scopes = Draft,
                default_account_id = host.AccountId,
            }
        );
        var changed = await host.WithKeyAsync(ben.Key, HttpMethod.Patch, $"/api/keys/{made["id"].GetGuid()}", new { });
        foreign.Code.ShouldBe("not_found", "another owner's account");
        changed.Code.ShouldBe("not_found", "another owner's key");
        (await host.Server.GetAsync("/api/keys"))["total"].GetInt32().ShouldBe(2);
        (await ListedAsync(host, made)).GetProperty("default_caption").GetString().ShouldBe("First");
    }

    [Fact]
    public async Task A_key_cannot_change_one_that_may_do_more()
    {
        await using var host = await PostHost.StartAsync();
        var mightier = await MakeAsync(host, new { default_caption = "First" });
        var weak = await host.KeyAsync("read");

        var refused = await host.WithKeyAsync(
            weak,
            HttpMethod.Patch,
            $"/api/keys/{mightier["id"].GetGuid()}",
            new { default_caption = "Second" }
        );

        refused.Code.ShouldBe("forbidden");
        refused["detail"].GetString()!.ShouldContain("draft");
    }

    [Fact]
    public async Task A_default_account_that_was_disconnected_since_is_the_ordinary_failure()
    {
        await using var host = await PostHost.StartAsync();
        var other = await host.AddAccountAsync("other");
        var made = await MakeAsync(host, new { default_account_id = other });
        await DisconnectAsync(host, other);

        var refused = await host.SendAsync(VideoRoute, Body(""), made["key"].GetString());

        refused.Code.ShouldBe("not_connected");
        (await host.CountAsync()).ShouldBe(0);
    }

    private const string VideoRoute = "/webhook/n8n/video-upload";

    private static string Body(string more) => $$"""{ "video_url": "{{WorkflowCall.Video}}"{{more}} }""";

    private static Task<JsonAnswer> MakeAsync(PostHost host, object defaults)
    {
        var body = JsonSerializer.SerializeToNode(defaults)!.AsObject();
        body["name"] = "n8n";
        body["scopes"] = JsonSerializer.SerializeToNode(Draft);
        return host.Server.PostAsync("/api/keys", body);
    }

    private static async Task<JsonElement> ListedAsync(PostHost host, JsonAnswer made) =>
        (await host.Server.GetAsync("/api/keys"))["keys"]
            .EnumerateArray()
            .Single(key => key.GetProperty("id").GetGuid() == made["id"].GetGuid());

    private static Task<JsonAnswer> ChangeAsync(PostHost host, JsonAnswer made, object defaults) =>
        host.Server.SendAsync(HttpMethod.Patch, $"/api/keys/{made["id"].GetGuid()}", defaults);

    private static Task DisconnectAsync(PostHost host, Guid account) =>
        host.InScopeAsync(services =>
            services
                .GetRequiredService<ClipyardDb>()
                .Set<TikTokAccount>()
                .Where(a => a.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Disconnected))
        );
}
