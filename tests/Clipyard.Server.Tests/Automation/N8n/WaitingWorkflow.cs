using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Automation.N8n;

/// <summary>A run that waits at an address of its own until somebody posts there, as n8n's Wait node does.</summary>
internal sealed class WaitingWorkflow : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TaskCompletionSource<JsonElement> _resumed = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private int _answersToCome;

    private WaitingWorkflow(WebApplication application)
    {
        _application = application;
        _application.MapPost("/webhook-waiting/{execution}", AnswerAsync);
    }

    public string Origin => _application.Urls.First();

    /// <summary><c>$execution.resumeUrl</c>.</summary>
    public string ResumeUrl => $"{Origin}/webhook-waiting/231?signature=0a1b2c";

    /// <summary>What it was resumed with.</summary>
    public Task<JsonElement> Resumed => _resumed.Task;

    /// <param name="busyAnswers">How often it says first that the run has not come to its Wait node yet.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<WaitingWorkflow> StartAsync(int busyAnswers, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var workflow = new WaitingWorkflow(builder.Build()) { _answersToCome = busyAnswers };
        await workflow._application.StartAsync(cancellationToken);
        return workflow;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Interlocked.Decrement(ref _answersToCome) >= 0)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        _resumed.TrySetResult(document.RootElement.Clone());
    }
}
