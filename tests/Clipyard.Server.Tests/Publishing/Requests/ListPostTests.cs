using System.Net;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ListPostTests
{
    [Fact]
    public async Task Posts_are_listed_newest_first_page_by_page()
    {
        await using var host = await PostHost.StartAsync();
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(await host.AskForDraftAsync());
            host.Clock.Advance(TimeSpan.FromSeconds(i % 2)); // some at the same instant
        }

        var seen = new List<Guid>();
        var cursor = "";
        do
        {
            var page = await host.Server.GetAsync($"/api/posts?limit=2{cursor}");
            page["total"].GetInt32().ShouldBe(5);
            page["count"].GetInt32().ShouldBe(page["posts"].GetArrayLength());
            seen.AddRange(page["posts"].EnumerateArray().Select(post => post.GetProperty("post_id").GetGuid()));
            cursor = page["next_cursor"].GetString() is { } next ? $"&cursor={next}" : null;
        } while (cursor is not null);

        made.Reverse();
        seen.ShouldBe(made);
    }

    [Fact]
    public async Task Posts_are_found_by_state_account_and_time()
    {
        await using var host = await PostHost.StartAsync();
        var other = await host.AddAccountAsync("other");
        var queued = await host.PreparedWithAsync(host.AccountId);
        var scheduled = await host.PreparedWithAsync(host.AccountId, "2026-12-01T18:00:00Z");
        var elsewhere = await host.PreparedWithAsync(other);

        (await FindAsync("state=scheduled")).ShouldBe([scheduled]);
        (await FindAsync("state=scheduled,queued")).Count.ShouldBe(3);
        (await FindAsync($"account_id={other}")).ShouldBe([elsewhere]);
        (await FindAsync("from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z")).ShouldBe([scheduled]);
        (await FindAsync("to=2026-10-01")).ShouldBe([queued, elsewhere], ignoreOrder: true);

        async Task<List<Guid>> FindAsync(string query)
        {
            var answer = await host.Server.GetAsync($"/api/posts?{query}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            return [.. answer["posts"].EnumerateArray().Select(post => post.GetProperty("post_id").GetGuid())];
        }
    }

    [Theory]
    [InlineData("state=running", "awaiting_approval")]
    [InlineData("state=queued,", "state")]
    [InlineData("account_id=me", "account_id")]
    [InlineData("from=soon", "from")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_wish_that_makes_no_sense_is_refused_by_name(string query, string named)
    {
        await using var host = await PostHost.StartAsync(withAccount: false);

        var answer = await host.Server.GetAsync($"/api/posts?{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString()!.ShouldContain(named);
    }

    [Fact]
    public async Task A_post_shows_its_files_why_it_waits_and_what_came_of_it()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        await host.ChangeAsync(
            id,
            (post, _, log) =>
            {
                (post.WaitCode, post.WaitReason) = ("daily_cap", "The account has posted 15 times today.");
                post.DueAt = host.Clock.GetUtcNow().AddHours(3);
                log.Note(post, PostEventTypes.Waiting, post.WaitReason, new { sent_today = 15 });
            }
        );

        var waiting = await host.GetAsync(id);
        await host.MoveAsync(id, PostState.Initialising, PostState.Processing);
        await host.ChangeAsync(
            id,
            (post, _, log) =>
            {
                (post.PublishId, post.PostIds) = ("v_pub_1", ["7512345678901234567"]);
                log.Move(post, PostState.Published, PostChange.None);
            }
        );
        var published = await host.GetAsync(id);

        waiting["wait.code"].GetString().ShouldBe("daily_cap");
        waiting["wait.reason"].GetString()!.ShouldContain("15");
        waiting["wait.until"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow().AddHours(3));
        waiting["files.0.sha256"].GetString().ShouldBe(new string('b', 64));
        waiting["files.0.size_bytes"].GetInt64().ShouldBe(1234);
        waiting["files.0.width"].GetInt32().ShouldBe(720);
        published["status"].GetString().ShouldBe("PUBLISHED");
        published["publish_id"].GetString().ShouldBe("v_pub_1");
        published["post_ids.0"].GetString().ShouldBe("7512345678901234567");
        published["post_url"]
            .GetString()
            .ShouldBe($"https://www.tiktok.com/@{PostHost.Username}/video/7512345678901234567");
        published["wait"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_log_of_a_post_is_read_page_by_page_oldest_first()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        await host.ChangeAsync(id, (post, _, log) => log.Note(post, "waiting", "Because.", new { sent_today = 15 }));

        var first = await host.Server.GetAsync($"/api/posts/{id}/events?limit=2");
        var rest = await host.Server.GetAsync(
            $"/api/posts/{id}/events?limit=2&cursor={first["next_cursor"].GetString()}"
        );

        first["total"].GetInt32().ShouldBe(3);
        first["events.0.type"].GetString().ShouldBe("state");
        first["events.0.state"].GetString().ShouldBe("preparing");
        first["events.1.state"].GetString().ShouldBe("queued");
        first["events.1.status"].GetString().ShouldBe("PROCESSING");
        rest["count"].GetInt32().ShouldBe(1);
        rest["events.0.message"].GetString().ShouldBe("Because.");
        rest["events.0.data.sent_today"].GetInt32().ShouldBe(15);
        rest["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Nobody_sees_or_steers_another_owners_posts()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        var ben = await Someone.AddAsync(host.Server, "ben", scopes: "read draft publish approve");
        var before = await host.RowAsync(id);

        foreach (var what in (string[])["approve", "reject", "cancel", "retry"])
        {
            var path = $"/api/posts/{id}/{what}";
            var body = new { version = before.Version, not_posted = true };
            (await host.WithKeyAsync(ben.Key, HttpMethod.Post, path, body)).Code.ShouldBe("not_found");
        }

        (await host.WithKeyAsync(ben.Key, HttpMethod.Get, $"/api/posts/{id}")).Code.ShouldBe("not_found");
        (await host.WithKeyAsync(ben.Key, HttpMethod.Get, $"/api/posts/{id}/events")).Code.ShouldBe("not_found");
        (await host.WithKeyAsync(ben.Key, HttpMethod.Get, "/api/posts"))["total"].GetInt32().ShouldBe(0);
        (
            await host.WithKeyAsync(ben.Key, HttpMethod.Patch, $"/api/posts/{id}", new { content = "Mine" })
        ).Code.ShouldBe("not_found");
        (await host.RowAsync(id)).Revision.ShouldBe(before.Revision);
    }
}
