using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Accounts.App;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>Where TikTok sends its webhooks. The signature is their proof.</summary>
internal static class WebhookEndpoint
{
    private const int MaxBytes = 65_536;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/webhook/tiktok", ReceiveAsync)
            .AllowAnonymous()
            .WithTags("Accounts")
            .WithName("ReceiveTikTokWebhook")
            .WithSummary("Take a webhook of TikTok's")
            .WithDescription(
                "For TikTok only: the header TikTok-Signature must fit the app's secret. Each event counts once, however "
                    + "often it comes."
            )
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Ok<NoticeAnswer>> ReceiveAsync(
        HttpContext context,
        TikTokApp app,
        Notices notices,
        IAccountRemovals removals,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var body = await ReadAsync(context.Request, cancellationToken);
        var signature = context.Request.Headers[WebhookSignature.HeaderName].ToString();
        var received = app.Client.Webhooks.Read(signature, body);
        await notices.KeepAsync(received, cancellationToken);
        if (received is { Kind: WebhookKind.AuthorizationRemoved, OpenId: { } openId })
        {
            // At every delivery: the one before may have been cut off after it was kept. Doing it again changes nothing.
            var reason = received.RemovalReason ?? RemovalReason.Unknown;
            await removals.RemoveAsync(openId, reason, received.CreatedAt ?? time.GetUtcNow(), cancellationToken);
        }

        if (received.PublishId is { } publishId)
        {
            await notices.TryMatchAsync(publishId.Value, cancellationToken);
        }

        return TypedResults.Ok(new NoticeAnswer(Success: true));
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var buffer = new byte[8_192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBytes)
            {
                throw new ClipyardException(FailureCatalogue.InvalidParameter, "A webhook of TikTok's is smaller.");
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
