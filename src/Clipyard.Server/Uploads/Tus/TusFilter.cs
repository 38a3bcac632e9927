using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>Speaks the protocol around every route: its version in each answer, its own statuses.</summary>
internal sealed class TusFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // At the last moment, so that a failure's answer has it too.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[TusProtocol.ResumableHeader] = TusProtocol.Version;
            return Task.CompletedTask;
        });
        try
        {
            return await next(context);
        }
        catch (TusException error)
        {
            http.Response.Headers[TusProtocol.VersionHeader] = TusProtocol.Version;
            await ProblemAnswer.WriteAsync(http, error, error.Status);
        }
        catch (UploadGoneException error)
        {
            await ProblemAnswer.WriteAsync(http, error, StatusCodes.Status410Gone);
        }

        return Results.Empty;
    }
}
