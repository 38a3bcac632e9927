using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Clipyard.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Tests.Api;

public sealed class ProblemTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_is_answered_with_all_that_helps()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/test/busy?api_key=secret");

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        answer.Headers["Retry-After"].ShouldBe("90");
        answer["retry_after"].GetInt32().ShouldBe(90);
        answer["status"].GetInt32().ShouldBe(429);
        answer.Code.ShouldBe("rate_limited");
        answer["detail"].GetString().ShouldBe("TikTok said so.");
        answer["instance"].GetString().ShouldBe("/test/busy");
        answer["remedy"].GetString().ShouldBe("Wait.");
        answer["remedies"].GetArrayLength().ShouldBe(2);
        answer["success"].GetBoolean().ShouldBeFalse();
        answer["request_id"].GetString().ShouldNotBeNullOrEmpty();
        answer.Text.ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_its_explanation()
    {
        await using var host = await StartAsync();
        var type = (await host.SendAsync(HttpMethod.Get, "/test/busy"))["type"].GetString().ShouldNotBeNull();

        var explained = await host.SendAsync(HttpMethod.Get, type);

        explained.Status.ShouldBe(HttpStatusCode.OK);
        explained["code"].GetString().ShouldBe("rate_limited");
        explained["status"].GetInt32().ShouldBe(429);
    }

    [Fact]
    public async Task What_nobody_expected_says_nothing_of_the_inside()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/test/broken");

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Code.ShouldBe("internal_error");
        answer.Text.ShouldNotContain("inside");
        answer.Text.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("/test/number?how_many=abc", "'how_many' cannot be 'abc'")]
    [InlineData("/test/number", "'how_many' is missing")]
    public async Task A_wrong_parameter_is_named_as_the_caller_knows_it(string path, string expected)
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, path);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain(expected);
        answer["parameter"].GetString().ShouldBe("how_many");
    }

    [Theory]
    [InlineData("""{"user_name": 7}""", "'user_name'")]
    [InlineData("""{"user_name": null}""", "'user_name'")]
    [InlineData("""{"user_name": "\ud800"}""", "'user_name'")]
    [InlineData("""{"user_name": """, "body")]
    [InlineData("{}", "body")]
    [InlineData("null", "needs a body")]
    [InlineData("[1]", "body")]
    [InlineData("", "body")]
    [InlineData("""{"user_name": "a", "user_name": "b"}""", "body")]
    public async Task A_body_of_the_wrong_form_is_refused(string body, string expected)
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Post,
            "/test/echo",
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain(expected);
    }

    [Fact]
    public async Task A_member_that_is_not_known_is_tolerated()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Post,
            "/test/echo",
            new StringContent("""{"user_name": "a", "more": 1}""", Encoding.UTF8, "application/json")
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["user_name"].GetString().ShouldBe("a");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_415_and_says_what_to_send()
    {
        await using var host = await StartAsync();
        using var content = new StringContent("user_name=a");
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        var answer = await host.SendAsync(HttpMethod.Post, "/test/echo", content);

        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer["remedy"].GetString().ShouldNotBeNull().ShouldContain("application/json");
    }

    [Fact]
    public async Task An_unknown_route_and_a_wrong_method_are_problems()
    {
        await using var host = await StartAsync();

        var unknown = await host.SendAsync(HttpMethod.Get, "/no/such/thing");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Code.ShouldBe("not_found");

        var wrong = await host.SendAsync(HttpMethod.Delete, "/health");
        wrong.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        wrong.Headers["Allow"].ShouldBe("GET");
        wrong["detail"].GetString().ShouldNotBeNull().ShouldContain("GET does");
    }

    [Fact]
    public async Task Without_a_key_the_corrected_call_is_shown()
    {
        await using var host = await StartAsync();
        using var stranger = host.CreateClient(key: null);

        using var response = await stranger.PostAsync("/test/echo?a=1&api_key=cyk_secret", content: null, Cancel);
        var answer = await JsonAnswer.ReadAsync(response, Cancel);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Code.ShouldBe("unauthenticated");
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
        answer["remedy"]
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain($"curl -X POST -H 'Authorization: Bearer KEY' '{stranger.BaseAddress}test/echo?a=1'");
        answer.Text.ShouldNotContain("cyk_secret");
    }

    private static Task<ApiHost> StartAsync() =>
        ApiHost.StartAsync(
            routes =>
            {
                var group = routes.MapGroup("/test");
                group.MapGet("/busy", Busy);
                group.MapGet("/broken", Broken);
                group.MapGet("/number", (([FromQuery(Name = "how_many")] int howMany) => Results.Ok(howMany)));
                group.MapPost("/echo", (Echo body) => TypedResults.Ok(body));
            },
            Cancel
        );

    private static IResult Busy() =>
        throw new ClipyardException(FailureCatalogue.RateLimited, "TikTok said so.")
        {
            RetryAfter = TimeSpan.FromSeconds(89.5),
            Remedies = ["Wait.", "Ask for less."],
        };

    private static IResult Broken() => throw new InvalidOperationException("What is inside.");

    private sealed record Echo(string UserName);
}
