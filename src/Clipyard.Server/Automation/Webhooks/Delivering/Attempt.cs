using System.Net;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Network;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Sends a message once and says what came of it. It writes nothing.</summary>
internal sealed class Attempt(
    IGuardedHttp network,
    SigningSecrets secrets,
    IOptions<WebhookOptions> options,
    TimeProvider time
)
{
    public async Task<AttemptResult> RunAsync(
        WebhookDelivery delivery,
        Target target,
        CancellationToken cancellationToken
    )
    {
        if (target.Address is not { } address)
        {
            return new AttemptResult
            {
                Error = target.Gone,
                IsFinal = true,
                WasSent = false,
            };
        }

        var valid = await secrets.ValidAsync(target.SecretId, cancellationToken);
        if (valid.Count == 0)
        {
            return new AttemptResult
            {
                Error =
                    "This server cannot read its signing secret: it is sent when its keys are back, or the secret rotated.",
                IsPutOff = true,
                WasSent = false,
            };
        }

        var began = time.GetTimestamp();
        var result = await SendAsync(delivery, address, valid, cancellationToken);
        return result with { Duration = time.GetElapsedTime(began) };
    }

    private async Task<AttemptResult> SendAsync(
        WebhookDelivery delivery,
        string address,
        IReadOnlyList<string> valid,
        CancellationToken cancellationToken
    )
    {
        var headers = Signature.Headers(delivery.MessageId, time.GetUtcNow(), delivery.Body, valid);
        var body = Encoding.UTF8.GetBytes(delivery.Body);
        try
        {
            var call = new OutgoingCall(address, body, headers, options.Value.Timeout);
            return Read(await network.PostAsync(call, cancellationToken));
        }
        catch (ClipyardException error) when (!cancellationToken.IsCancellationRequested)
        {
            return new AttemptResult { Error = error.Message };
        }
    }

    private static AttemptResult Read(CallAnswer answer)
    {
        var status = (int)answer.Status;
        var isGone = answer.Status == HttpStatusCode.Gone;
        return new AttemptResult
        {
            Status = status,
            Error = answer.IsSuccess ? null : ErrorOf(answer, status),
            IsGone = isGone,
            IsFinal = isGone,
            RetryAfter = answer.RetryAfter,
            Response = ResponseText.Of(answer),
        };
    }

    private static string ErrorOf(CallAnswer answer, int status) =>
        answer.IsRedirect ? $"It redirects ({status}); redirects are not followed." : $"It answered {status}.";
}
