using System.Net;
using System.Text.Json;

namespace Clipyard.Server.Tests.Api;

public sealed class DocumentTests
{
    [Fact]
    public async Task The_document_says_who_it_is_and_where()
    {
        await using var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("PublicAddress", "https://clips.example.com")) }
        );

        var document = await host.GetAsync("/openapi/v1.json");

        document.Status.ShouldBe(HttpStatusCode.OK, document.Text);
        document["openapi"].GetString().ShouldStartWith("3.1");
        document["info.title"].GetString().ShouldBe("Clipyard");
        document["servers.0.url"].GetString().ShouldBe("https://clips.example.com");
    }

    [Fact]
    public async Task Every_operation_is_explained_completely()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var document = await host.GetAsync("/openapi/v1.json");

        var faults = ApiOperation.AllOf(document.Json).SelectMany(FaultsOf).ToList();

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_two_operations_share_an_id()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var document = await host.GetAsync("/openapi/v1.json");

        ApiOperation.AllOf(document.Json).Select(operation => operation.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task No_two_types_share_a_schema()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var document = await host.GetAsync("/openapi/v1.json");
        var schemas = document["components.schemas"].EnumerateObject().Select(schema => schema.Name).ToHashSet();

        // The generator takes the name alone: of two types called alike one is described as the other.
        var shared = typeof(ClipyardServer)
            .Assembly.GetTypes()
            .Where(type => schemas.Contains(type.Name))
            .GroupBy(type => type.Name)
            .Where(types => types.Count() > 1)
            .SelectMany(types => types.Select(type => type.FullName));

        shared.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_works_without_the_internet_and_under_our_policy()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var page = await host.GetAsync("/docs");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("://");
        page.Text.ShouldNotContain("<script>");
        page.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
        foreach (var file in (string[])["swagger-ui.css", "swagger-ui-bundle.js", "start.js", "favicon-32x32.png"])
        {
            page.Text.ShouldContain($"docs/{file}");
            (await host.GetAsync($"/docs/{file}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await host.GetAsync("/docs/swagger-ui-bundle.js")).Text.ShouldContain("SwaggerUIBundle");
        (await host.GetAsync("/docs/swagger-ui.css")).Text.ShouldContain(".swagger-ui");
        (await host.GetAsync("/docs/no-such-file")).Code.ShouldBe("not_found");
    }

    private static IEnumerable<string> FaultsOf(ApiOperation operation)
    {
        if (operation.Id.Length == 0)
        {
            yield return $"{operation}: no operationId";
        }

        foreach (var member in (string[])["summary", "description"])
        {
            if (!operation.Json.TryGetProperty(member, out var text) || text.GetString() is not { Length: > 5 })
            {
                yield return $"{operation}: no {member}";
            }
        }

        if (!operation.Json.TryGetProperty("tags", out var tags) || tags.GetArrayLength() == 0)
        {
            yield return $"{operation}: no tags";
        }

        if (!operation.Json.TryGetProperty("security", out _))
        {
            yield return $"{operation}: neither security nor marked as anonymous";
        }

        foreach (var parameter in operation.Parameters.Where(p => !p.TryGetProperty("description", out _)))
        {
            yield return $"{operation}: parameter {parameter.GetProperty("name")} is not described";
        }

        if (operation.RequestBody is { } body && !HasExample(body))
        {
            yield return $"{operation}: no example of the request";
        }

        var responses = operation.Json.GetProperty("responses").EnumerateObject().ToList();
        if (responses.TrueForAll(response => response.Name[0] is not ('2' or '3')))
        {
            yield return $"{operation}: no answer that is good";
        }

        foreach (var response in responses)
        {
            foreach (var fault in FaultsOf(response))
            {
                yield return $"{operation}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(JsonProperty response)
    {
        var mustHaveBody = response.Name is not ("204" or "205" or "302" or "303" or "304");
        if (mustHaveBody && response.Name != "416" && !HasExample(response.Value))
        {
            yield return $"no schema or example of {response.Name}";
        }

        if (
            response.Name.StartsWith('4')
            && !response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)
        )
        {
            yield return $"{response.Name} is no problem document";
        }
    }

    private static bool HasExample(JsonElement body) =>
        body.TryGetProperty("content", out var content)
        && content
            .EnumerateObject()
            .All(type =>
                type.Value.TryGetProperty("schema", out _)
                && (type.Value.TryGetProperty("example", out _) || type.Value.TryGetProperty("examples", out _))
            );
}
