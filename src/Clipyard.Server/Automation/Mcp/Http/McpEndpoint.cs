using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Clipyard.Server.Automation.Mcp.Http;

/// <summary><c>POST /mcp</c>: one message in, its answer out.</summary>
/// <remarks>GET and DELETE belong to sessions, which there are none of: routing answers them 405, as the protocol wants.</remarks>
internal static class McpEndpoint
{
    public static async Task HandleAsync(
        HttpContext context,
        McpOrigins origins,
        ToolServer tools,
        CancellationToken cancellationToken
    )
    {
        origins.ThrowIfForeign(context.Request);
        JsonRpcMessage message;
        try
        {
            message = await McpRequestReader.ReadAsync(context, cancellationToken);
        }
        catch (McpFaultException fault)
        {
            await fault.WriteAsync(context.Response, cancellationToken);
            return;
        }

        await AnswerAsync(context, tools, message, cancellationToken);
    }

    private static async Task AnswerAsync(
        HttpContext context,
        ToolServer tools,
        JsonRpcMessage message,
        CancellationToken cancellationToken
    )
    {
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = tools.Create(transport, context.RequestServices);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = server.RunAsync(ended.Token);
        try
        {
            Begin(context);
            if (!await transport.HandlePostRequestAsync(message, context.Response.Body, Choose, cancellationToken))
            {
                context.Response.Headers.ContentType = default;
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ValueTask Choose(JsonRpcMessage? first)
        {
            ChooseStatus(context.Response, first);
            return ValueTask.CompletedTask;
        }
    }

    private static void Begin(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache, no-store";
        headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    // Since 2026-07-28 some refusals of the protocol have HTTP's status, too.
    private static void ChooseStatus(HttpResponse response, JsonRpcMessage? first)
    {
        if (first is not JsonRpcError { Error: { } error } || response.HasStarted)
        {
            return;
        }

        response.StatusCode = (McpErrorCode)error.Code switch
        {
            McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
            McpErrorCode.MissingRequiredClientCapability
            or McpErrorCode.UnsupportedProtocolVersion
            or McpErrorCode.HeaderMismatch => StatusCodes.Status400BadRequest,
            _ => response.StatusCode,
        };
    }
}
