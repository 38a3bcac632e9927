using System.Net;
using System.Text.Json;

namespace Clipyard.Server.Tests.Api;

public sealed class AnyInputTests
{
    private static readonly int RequestsPerOperation =
        Environment.GetEnvironmentVariable("CLIPYARD_TEST_ALL") == "1" ? 40 : 10;

    /// <summary>No input gives a 5xx, and whatever is refused says why and what to do.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20_261_121)]
    public async Task Whatever_comes_in_the_answer_is_good_or_a_problem_that_helps(int seed)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var document = (await host.GetAsync("/openapi/v1.json")).Json;
        var requests = new RandomRequests(new Random(seed));
        var faults = new List<string>();

        foreach (var operation in ApiOperation.AllOf(document).Where(operation => !IsEndless(operation)))
        {
            for (var i = 0; i < RequestsPerOperation; i++)
            {
                using var request = requests.Make(operation);
                using var asked = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                using var response = await host.Client.SendAsync(request, asked.Token);
                var answer = await JsonAnswer.ReadAsync(response, asked.Token);
                if (FaultOf(answer, request.Method == HttpMethod.Head) is { } fault)
                {
                    faults.Add($"{request.Method} {request.RequestUri}: {fault}");
                }
            }
        }

        faults.ShouldBeEmpty();
    }

    private static bool IsEndless(ApiOperation operation) =>
        operation.Json.GetRawText().Contains("text/event-stream", StringComparison.Ordinal);

    private static string? FaultOf(JsonAnswer answer, bool isHead)
    {
        var status = (int)answer.Status;
        if (status >= 500)
        {
            return $"{status} {answer.Text}";
        }

        if (status < 400)
        {
            return null;
        }

        if (isHead)
        {
            return null; // such an answer has no body to say it in
        }

        if (answer.Status == HttpStatusCode.RequestUriTooLong)
        {
            return null; // several long values together: refused before there is a request to answer
        }

        var isHelpful =
            answer.Headers.GetValueOrDefault("Content-Type") == "application/problem+json"
            && answer.Code is { Length: > 0 }
            && answer.Json.TryGetProperty("remedy", out var remedy)
            && remedy.GetString() is { Length: > 0 }
            && answer.Json.TryGetProperty("success", out var success)
            && success.ValueKind == JsonValueKind.False;
        return isHelpful ? null : $"{status} is no helpful problem: {answer.Text}";
    }
}
