using System.Net;
using System.Net.Http.Json;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Api;

namespace Clipyard.Server.Tests.Identity;

public sealed class OtherOwnerTests
{
    private const string AllButAdmin = "read archive draft publish approve tasks";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_shows_or_changes_what_belongs_to_another_owner()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var first = await FirstOwner.FillAsync(host);
        var ben = await Someone.AddAsync(host, "ben", scopes: AllButAdmin);
        using var client = host.CreateClient(ben.Key);
        var before = await first.LookAsync();
        var document = await host.GetAsync("/openapi/v1.json");
        var operations = ApiOperation.AllOf(document.Json).Where(operation => !IsOpen(operation)).ToList();
        operations.Count.ShouldBeGreaterThan(25);

        foreach (var operation in operations)
        {
            await AskAsync(client, operation, first);
        }

        (await first.LookAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_stream_of_events_begins_and_goes_on_without_what_belongs_to_another_owner()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var first = await FirstOwner.FillAsync(host);
        var ben = await Someone.AddAsync(host, "ben", scopes: AllButAdmin);
        using var client = host.CreateClient(ben.Key);
        await client.PutAsJsonAsync(
            "/tiktok/student/b/username",
            new { username = DemoWorld.SunnyGarden },
            Cancellation
        );
        using var response = await client.GetAsync(
            "/api/v1/events?last_event_id=0",
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );
        IsStream(response).ShouldBeTrue();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));

        // Both work; the stream is read until it tells of the own work's end.
        var theirs = host.PostAsync($"/tiktok/student/{FirstOwner.StudentId}/download?max_videos=2");
        var own = await client.PostAsync("/tiktok/student/b/download?max_videos=1", content: null, Cancellation);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        await theirs;
        var lines = new List<string>();
        while (lines.LastOrDefault() != "event: job.completed")
        {
            lines.Add(await reader.ReadLineAsync(Cancellation) ?? throw new EndOfStreamException());
        }

        foreach (var trace in first.Traces.Where(trace => trace != first.VideoId))
        {
            lines.ShouldNotContain(line => line.Contains(trace));
        }
    }

    private static async Task AskAsync(HttpClient client, ApiOperation operation, FirstOwner first)
    {
        var path = operation.Path;
        var asked = new List<string>();
        foreach (var parameter in PathParameters(operation))
        {
            asked.Add(first.IdFor(operation, parameter));
            path = path.Replace($"{{{parameter}}}", asked[^1]);
        }

        using var request = new HttpRequestMessage(operation.Method, path);
        request.Content = operation.RequestBody is not null ? JsonContent.Create(new { }) : null;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        if (asked.Count > 0)
        {
            // With a body that says nothing 400 may come first; what no such key may do is 403.
            HttpStatusCode[] refusals = operation.RequestBody is not null
                ? [HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden]
                : [HttpStatusCode.NotFound, HttpStatusCode.Forbidden];
            refusals.ShouldContain(response.StatusCode, $"{operation}");
            if (response.StatusCode == HttpStatusCode.Forbidden)
            {
                operation.Path.ShouldMatch("^/api/(people|webhooks)/");
            }
        }

        // A stream has no end; the test above reads it.
        var text = IsStream(response) ? "" : await response.Content.ReadAsStringAsync(Cancellation);
        foreach (var trace in first.Traces.Except(asked))
        {
            text.ShouldNotContain(trace, Case.Insensitive, $"{operation}");
        }
    }

    private static bool IsOpen(ApiOperation operation) =>
        operation.Json.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;

    private static IEnumerable<string> PathParameters(ApiOperation operation) =>
        operation
            .Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path")
            .Select(parameter => parameter.GetProperty("name").GetString() ?? "");

    private static bool IsStream(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType == "text/event-stream";
}
