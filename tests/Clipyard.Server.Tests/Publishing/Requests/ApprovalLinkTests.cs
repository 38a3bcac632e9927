using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Links;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ApprovalLinkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_for_the_version_that_waits_and_is_kept_nowhere()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);

        var made = await host.DoAsync(id, "approval-link");
        var longer = await host.DoAsync(id, "approval-link", new { expires_in_hours = 168 });

        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        made["post_id"].GetGuid().ShouldBe(id);
        made["version"].GetString().ShouldBe((await host.RowAsync(id)).Version);
        made["expires_at"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow().AddHours(72));
        longer["expires_at"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow().AddHours(168));
        made.Headers.Keys.ShouldNotContain("Location");
        var url = made["url"].GetString()!;
        url.ShouldStartWith($"{host.Server.Server.Address}approve/");
        var token = url.Split('/')[^1];
        token.Length.ShouldBe(43, "256 random bits");
        (await FilesAsync(host)).ShouldNotContain(token);
        (await host.AuditedAsync()).Count(action => action == "post.approval_link_made").ShouldBe(2);
    }

    [Fact]
    public async Task The_page_shows_what_would_be_sent_and_looking_changes_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true, scheduleTime: "2026-12-01T18:00:00+07:00");
        await host.PatchAsync(
            id,
            new
            {
                mode = "direct",
                privacy_level = "SELF_ONLY",
                content = "<script>alert('1')</script> & \"more\"",
                is_aigc = true,
            }
        );
        var before = await host.RowAsync(id);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var page = await visitor.OpenAsync(url);
        await visitor.OpenAsync(url);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldContain("The sunny_garden (@sunny_garden)");
        page.Text.ShouldContain("only the creator (SELF_ONLY)");
        page.Text.ShouldContain("By posting, you agree to TikTok's <a");
        page.Text.ShouldContain(">Music Usage Confirmation</a>.");
        page.Text.ShouldNotContain("Branded Content Policy");
        page.Text.ShouldContain("2026-12-01 18:00 +07:00");
        page.Text.ShouldContain("video/mp4, 0.0 MB");
        page.Text.ShouldContain("<form method=\"post\">");
        page.Text.ShouldContain("value=\"approve\"");
        page.Text.ShouldContain("value=\"reject\"");
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
        page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        var after = await host.RowAsync(id);
        (after.State, after.Revision, after.Version).ShouldBe((before.State, before.Revision, before.Version));
        (await LinksAsync(host)).ShouldHaveSingleItem().UsedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Approving_lets_the_post_go_and_uses_the_link_up()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var approved = await visitor.DecideAsync(url, "approve");
        var again = await visitor.DecideAsync(url, "reject");
        var opened = await visitor.OpenAsync(url);

        approved.Status.ShouldBe(HttpStatusCode.OK, approved.Text);
        approved.Text.ShouldContain("Approved");
        var post = await host.GetAsync(id);
        post["state"].GetString().ShouldBe("queued");
        post["approved_by"].GetString().ShouldBe("link");
        again.Status.ShouldBe(HttpStatusCode.Gone);
        again.Text.ShouldContain("used already");
        opened.Status.ShouldBe(HttpStatusCode.Gone);
        opened.Text.ShouldNotContain($"{id}");
        (await AuditLines.OfAsync(host.Server, "post.approved")).ShouldHaveSingleItem().Actor.ShouldBe("link");
    }

    [Fact]
    public async Task Rejecting_ends_the_post_with_the_reason_in_its_log()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var tooLong = await visitor.DecideAsync(url, "reject", new string('x', 501));
        var rejected = await visitor.DecideAsync(url, "reject", "Not our colours.");

        tooLong.Status.ShouldBe(HttpStatusCode.BadRequest);
        rejected.Status.ShouldBe(HttpStatusCode.OK, rejected.Text);
        rejected.Text.ShouldContain("Rejected");
        (await host.RowAsync(id)).State.ShouldBe(PostState.Rejected);
        (await host.Server.GetAsync($"/api/posts/{id}/events")).Text.ShouldContain("Not our colours.");
        (await AuditLines.OfAsync(host.Server, "post.rejected")).ShouldHaveSingleItem().Actor.ShouldBe("link");
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => visitor.DecideAsync(url, i % 2 == 0 ? "approve" : "reject"))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Gone).ShouldBe(7);
        var decided = (await host.AuditedAsync()).Count(action => action is "post.approved" or "post.rejected");
        decided.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_was_changed_since_is_not_approved_and_the_page_says_so()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);
        await host.PatchAsync(id, new { content = "Something else" });

        var opened = await visitor.OpenAsync(url);
        var decided = await visitor.DecideAsync(url, "approve");
        var (file, _) = await visitor.FetchAsync($"{url}/files/0");

        opened.Status.ShouldBe(HttpStatusCode.Conflict);
        opened.Text.ShouldContain("has been changed");
        opened.Text.ShouldNotContain("Something else");
        decided.Status.ShouldBe(HttpStatusCode.Conflict);
        file.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
        (await LinksAsync(host)).ShouldHaveSingleItem().UsedAt.ShouldBeNull();
        await host.PatchAsync(id, new { content = "Hello #tag" });
        (await visitor.DecideAsync(url, "approve")).Status.ShouldBe(
            HttpStatusCode.OK,
            "it is what was looked at again"
        );
    }

    [Fact]
    public async Task A_post_that_somebody_else_decided_about_is_left_alone()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);
        await host.DoAsync(id, "approve", new { version = (await host.RowAsync(id)).Version });

        var opened = await visitor.OpenAsync(url);
        var decided = await visitor.DecideAsync(url, "reject");

        opened.Status.ShouldBe(HttpStatusCode.Conflict);
        opened.Text.ShouldContain("does not wait for an approval any more");
        decided.Status.ShouldBe(HttpStatusCode.Conflict);
        (await host.RowAsync(id)).State.ShouldBe(PostState.Queued);
    }

    [Fact]
    public async Task Expired_replaced_and_unknown_links_say_which_they_are()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var first = await LinkVisitor.LinkAsync(host, id, hours: 168);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await LinkVisitor.LinkAsync(host, id, hours: 1);

        var replaced = await visitor.DecideAsync(first, "approve");
        host.Clock.Advance(TimeSpan.FromHours(1));
        var expired = await visitor.DecideAsync(second, "approve");
        var stillReplaced = await visitor.OpenAsync(first);
        var unknown = await visitor.OpenAsync(second[..^1] + (second[^1] == 'A' ? 'B' : 'A'));
        var nonsense = await visitor.OpenAsync($"{host.Server.Server.Address}approve/nonsense");
        var toProgram = await visitor.OpenAsync(second, accept: "application/json");

        (replaced.Status, expired.Status).ShouldBe((HttpStatusCode.Gone, HttpStatusCode.Gone));
        replaced.Text.ShouldContain("replaced by a newer one");
        expired.Text.ShouldContain("has expired");
        stillReplaced.Status.ShouldBe(HttpStatusCode.Gone);
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Text.ShouldContain("There is no such link");
        nonsense.Status.ShouldBe(HttpStatusCode.NotFound);
        toProgram.Code.ShouldBe("link_expired");
        foreach (var page in (JsonAnswer[])[replaced, expired, unknown, toProgram])
        {
            page.Text.ShouldNotContain($"{id}");
            page.Text.ShouldNotContain("sunny_garden");
        }

        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
    }

    [Fact]
    public async Task Links_are_made_by_those_who_may_approve_for_what_waits()
    {
        await using var host = await PostHost.StartAsync();
        var waiting = await host.PreparedAsync(approval: true);
        var preparing = await host.AskForDraftAsync(approval: true);
        var ben = await Someone.AddAsync(host.Server, "ben");
        var weak = await host.KeyAsync("read draft publish tasks");
        var path = $"/api/posts/{waiting}/approval-link";

        (await host.WithKeyAsync(weak, HttpMethod.Post, path)).Code.ShouldBe("forbidden");
        (await host.WithKeyAsync(ben.Key, HttpMethod.Post, path)).Code.ShouldBeOneOf("not_found", "forbidden");
        (await host.DoAsync(Guid.NewGuid(), "approval-link")).Code.ShouldBe("not_found");
        (await host.DoAsync(preparing, "approval-link")).Code.ShouldBe("conflict");
        (await host.DoAsync(waiting, "approval-link", new { expires_in_hours = 0 })).Code.ShouldBe("invalid_parameter");
        (await host.DoAsync(waiting, "approval-link", new { expires_in_hours = 169 })).Code.ShouldBe(
            "invalid_parameter"
        );
        (await host.DoAsync(waiting, "approval-link", new { expires_in_hours = "x" })).Code.ShouldBe(
            "invalid_parameter"
        );
        (await LinksAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_that_is_none_decides_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var refused = await visitor.DecideAsync(url, "maybe");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
        (await LinksAsync(host)).ShouldHaveSingleItem().UsedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Whose_session_the_browser_happens_to_have_does_not_matter()
    {
        await using var host = await PostHost.StartAsync();
        var ben = await Someone.AddAsync(host.Server, "ben");
        using var benjamin = await Browser.SignedInAsync(host.Server, "ben", ben.Password);
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);

        var approved = await visitor.DecideAsync(url, "approve", cookie: benjamin.Cookie);

        approved.Status.ShouldBe(HttpStatusCode.OK, approved.Text);
        (await host.GetAsync(id))["approved_by"].GetString().ShouldBe("link");
        (await AuditLines.OfAsync(host.Server, "post.approved")).ShouldHaveSingleItem().Actor.ShouldBe("link");
    }

    [Fact]
    public async Task The_files_are_shown_in_parts_to_whoever_has_the_link()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        var content = Encoding.ASCII.GetBytes(new string('v', 1_000) + "END");
        await StageAsync(host, id, content);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);
        (await visitor.OpenAsync(url)).Text.ShouldContain($"src=\"{url.Split('/')[^1]}/files/0\"");

        var (whole, all) = await visitor.FetchAsync($"{url}/files/0");
        var (part, end) = await visitor.FetchAsync($"{url}/files/0", "bytes=-3");
        var (beyond, _) = await visitor.FetchAsync($"{url}/files/0", "bytes=5000-");
        var (missing, _) = await visitor.FetchAsync($"{url}/files/1");
        await visitor.DecideAsync(url, "approve");
        var (after, _) = await visitor.FetchAsync($"{url}/files/0");

        all.ShouldBe(content);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        whole.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        whole.Headers.CacheControl!.NoStore.ShouldBeTrue();
        whole.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 1000-1002/1003");
        Encoding.ASCII.GetString(end).ShouldBe("END");
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        after.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Links_that_ended_a_month_ago_are_forgotten()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        await LinkVisitor.LinkAsync(host, id);

        host.Clock.Advance(TimeSpan.FromDays(32));
        await SweepAsync(host);
        (await LinksAsync(host)).Count.ShouldBe(1);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync(host);

        (await LinksAsync(host)).ShouldBeEmpty();
    }

    private static async Task StageAsync(PostHost host, Guid postId, byte[] content)
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ClipyardDb>();
            var file = await db.PostFiles.SingleAsync(file => file.PostId == postId, Stop);
            file.Bytes = content.Length;
            var store = services.GetRequiredService<IMediaStore>();
            await using var write = await store.BeginPutAsync(file.Object, file.ContentType, Stop);
            await write.Content.WriteAsync(content, Stop);
            await write.CommitAsync(Stop);
            await db.SaveChangesAsync(Stop);
        });
    }

    private static async Task<List<ApprovalLink>> LinksAsync(PostHost host)
    {
        List<ApprovalLink> links = [];
        await host.InScopeAsync(async services =>
            links = await services.GetRequiredService<ClipyardDb>().Set<ApprovalLink>().AsNoTracking().ToListAsync(Stop)
        );
        return links;
    }

    private static Task SweepAsync(PostHost host) =>
        host.InScopeAsync(services =>
            services.GetServices<Clipyard.Server.Jobs.ISweep>().OfType<OldLinkSweep>().Single().SweepAsync(Stop)
        );

    // Everything the server has written, the database and its log included.
    private static async Task<string> FilesAsync(PostHost host)
    {
        var all = new ConcurrentBag<string>();
        var files = Directory.EnumerateFiles(host.Server.DataFolder, "*", SearchOption.AllDirectories);
        foreach (var path in files.Where(path => Path.GetFileName(path) != "lock"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            all.Add(await reader.ReadToEndAsync(Stop));
        }

        return string.Concat(all);
    }
}
