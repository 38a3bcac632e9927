using System.Net;
using System.Text.Json.Nodes;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Identity;

public sealed class SignInTests
{
    private const string Wrong = "not the password";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_ten_minutes()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(Cancellation, setup => setup with { TimeProvider = clock });
        using var browser = new Browser(host);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            (await browser.SignInAsync("admin", Wrong)).Code.ShouldBe("unauthenticated");
        }

        clock.Advance(TimeSpan.FromMinutes(9.9));
        (await browser.SignInAsync("admin", host.Password)).Code.ShouldBe("unauthenticated");
        (await host.GetAsync("/api/people"))["people.0.locked_until"]
            .GetDateTimeOffset()
            .ShouldBeGreaterThan(clock.GetUtcNow());

        clock.Advance(TimeSpan.FromMinutes(0.2));
        (await browser.SignInAsync("admin", host.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Four_wrong_passwords_and_the_right_one_begin_the_count_anew()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            foreach (var __ in Enumerable.Range(0, 4))
            {
                await browser.SignInAsync("admin", Wrong);
            }

            (await browser.SignInAsync("admin", host.Password)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_count_one_by_one()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.SignInAsync("admin", Wrong)));

        (await browser.SignInAsync("admin", host.Password)).Code.ShouldBe("unauthenticated");
        var actions = (await AuditLines.ActionsAsync(host)).ToList();
        actions.Count(action => action == "sign_in.failed").ShouldBe(5);
        actions.Count(action => action == "sign_in.locked").ShouldBe(4);
    }

    [Fact]
    public async Task A_wrong_name_a_wrong_password_and_a_locked_account_look_the_same_and_cost_the_same()
    {
        var hasher = new CountingHasher();
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup =>
                setup with
                {
                    ConfigureServices = services => services.AddSingleton<IPasswordHasher<Person>>(hasher),
                }
        );
        using var browser = new Browser(host);
        var before = hasher.Comparisons;

        var unknown = await browser.SignInAsync("nobody.like.this", Wrong);
        var wrong = await browser.SignInAsync("admin", Wrong);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await browser.SignInAsync("admin", Wrong);
        }

        var locked = await browser.SignInAsync("admin", host.Password);

        (hasher.Comparisons - before).ShouldBe(7);
        Shape(unknown).ShouldBe(Shape(wrong));
        Shape(locked).ShouldBe(Shape(wrong));
        browser.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task One_address_tries_only_so_often_a_minute()
    {
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { Settings = ServerHost.With(setup, ("SignIn:PerMinute", "3")) }
        );
        using var browser = new Browser(host);
        foreach (var name in new[] { "a", "b", "c" })
        {
            (await browser.SignInAsync(name, Wrong)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var answer = await browser.SignInAsync("admin", host.Password);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(answer.Headers["Retry-After"]).ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task Sign_ins_are_written_down_without_what_was_typed()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);

        await browser.SignInAsync("my-password-typed-as-a-name", Wrong);
        await browser.SignInAsync("admin", Wrong);
        await browser.SignInAsync("admin", host.Password);

        var lines = await AuditLines.ReadAsync(host.Server.Services);
        lines.Select(line => line.Action).ShouldBe(["person.added", "sign_in.failed", "sign_in.failed", "sign_in.ok"]);
        lines[1].Subject.ShouldBe("unknown");
        lines[3].Actor.ShouldBe($"person:{lines[3].OwnerId}");
        foreach (var text in lines.Select(line => $"{line.Actor} {line.Subject} {line.Detail}"))
        {
            text.ShouldNotContain("typed");
            text.ShouldNotContain(host.Password);
        }
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"name": null, "password": null}""")]
    [InlineData("""{"name": "admin"}""")]
    [InlineData("""{"name": "\u0000", "password": "\u0000"}""")]
    public async Task What_is_missing_is_as_wrong_as_what_is_wrong(string body)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);

        (await browser.PostAsync("/api/sign-in", JsonNode.Parse(body))).Code.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task Overlong_names_and_passwords_are_wrong_ones()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);
        var endless = new string('a', 20_000);

        (await browser.SignInAsync(endless, endless)).Code.ShouldBe("unauthenticated");
        (await browser.SignInAsync("admin", endless)).Code.ShouldBe("unauthenticated");
    }

    private static string Shape(JsonAnswer answer)
    {
        var problem = JsonNode.Parse(answer.Text)!.AsObject();
        problem.Remove("request_id");
        return $"{answer.Status} {problem.ToJsonString()}";
    }
}
