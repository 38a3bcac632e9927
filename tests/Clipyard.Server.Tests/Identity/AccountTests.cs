using System.Net;

namespace Clipyard.Server.Tests.Identity;

public sealed class AccountTests
{
    private const string Next = "correct horse battery staple";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_is_told_who_they_are_and_by_which_key()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        var byKey = await host.GetAsync("/api/me");
        var bySession = await browser.GetAsync("/api/me");

        byKey["name"].GetString().ShouldBe("admin");
        byKey["key.name"].GetString().ShouldBe("first key");
        byKey.Text.ShouldNotContain(host.Key);
        bySession["key"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        bySession["id"].GetGuid().ShouldBe(byKey["id"].GetGuid());
    }

    [Fact]
    public async Task A_changed_password_ends_all_sessions_but_the_one_that_changed_it()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        using var other = await Browser.SignedInAsync(host, "admin", host.Password);

        var changed = await browser.PostAsync("/api/me/password", new { current = host.Password, @new = Next });

        changed.Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
        (await other.SignInAsync("admin", host.Password)).Code.ShouldBe("unauthenticated");
        (await other.SignInAsync("admin", Next)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("wrong", Next, "current")]
    [InlineData(null, Next, "current")]
    [InlineData("right", "short", "new")]
    [InlineData("right", "aaaaaaaaaaaaaaaa", "new")]
    [InlineData("right", null, "new")]
    public async Task A_password_changes_only_from_the_right_one_to_a_good_one(
        string? current,
        string? next,
        string named
    )
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        var answer = await browser.PostAsync(
            "/api/me/password",
            new { current = current == "right" ? host.Password : current, @new = next }
        );

        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString()!.ShouldStartWith(named);
        (await browser.SignInAsync("admin", host.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guessing_the_present_password_locks_the_account_like_signing_in_does()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await browser.PostAsync("/api/me/password", new { current = "guess", @new = Next });
        }

        var answer = await browser.PostAsync("/api/me/password", new { current = host.Password, @new = Next });

        answer.Code.ShouldBe("invalid_parameter");
        (await browser.SignInAsync("admin", host.Password)).Code.ShouldBe("unauthenticated");
    }
}
