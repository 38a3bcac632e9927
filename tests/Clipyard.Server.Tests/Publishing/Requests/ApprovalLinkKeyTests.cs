using System.Net;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ApprovalLinkKeyTests
{
    [Fact]
    public async Task A_link_ends_with_the_key_that_made_it()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var key = await host.Server.PostAsync("/api/keys", new { name = "mailer", scopes = new[] { "approve" } });
        var made = await host.Server.SendAsync(
            HttpMethod.Post,
            $"/api/posts/{id}/approval-link",
            new { },
            ("Authorization", $"Bearer {key["key"].GetString()}")
        );
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        var url = made["url"].GetString()!;
        (await visitor.OpenAsync(url)).Status.ShouldBe(HttpStatusCode.OK);

        (await host.Server.DeleteAsync($"/api/keys/{key["id"].GetString()}")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await visitor.DecideAsync(url, "approve")).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
    }

    [Fact]
    public async Task Asking_twice_with_one_key_makes_one_link()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);

        var first = await AskAsync();
        var again = await AskAsync();

        again.Code.ShouldBe("conflict");
        (await visitor.OpenAsync(first["url"].GetString()!)).Status.ShouldBe(HttpStatusCode.OK);

        Task<JsonAnswer> AskAsync() =>
            host.Server.SendAsync(
                HttpMethod.Post,
                $"/api/posts/{id}/approval-link",
                new { },
                ("Idempotency-Key", "mail-42")
            );
    }
}
