using System.Text;
using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Webhooks;

/// <summary>Reads TikTok's notifications. Answer each with 200 at once, and look at it afterwards.</summary>
public sealed class WebhookReader
{
    private readonly string _clientSecret;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _time;

    internal WebhookReader(string clientSecret, TimeSpan tolerance, TimeProvider time)
    {
        _clientSecret = clientSecret;
        _tolerance = tolerance;
        _time = time;
    }

    /// <summary>Judges a signature: first whether it is TikTok's, then how old it is.</summary>
    /// <param name="signature">The value of the header <see cref="WebhookSignature.HeaderName"/>.</param>
    /// <param name="body">The body, byte for byte as it was received.</param>
    public WebhookVerdict Verify(string? signature, ReadOnlySpan<byte> body)
    {
        if (!WebhookSignature.TryParse(signature, out var parsed))
        {
            return WebhookVerdict.Missing;
        }

        if (!parsed.Signs(body, _clientSecret))
        {
            return WebhookVerdict.Forged;
        }

        return (_time.GetUtcNow() - parsed.SignedAt).Duration() <= _tolerance
            ? WebhookVerdict.Genuine
            : WebhookVerdict.Stale;
    }

    /// <summary>Verifies and reads an event.</summary>
    /// <param name="signature">The value of the header <see cref="WebhookSignature.HeaderName"/>.</param>
    /// <param name="body">The body, byte for byte as it was received.</param>
    /// <exception cref="ClipyardException">
    /// <c>unauthenticated</c>: missing, forged or stale. <c>invalid_parameter</c>: signed, but no event.
    /// </exception>
    public WebhookEvent Read(string? signature, ReadOnlySpan<byte> body)
    {
        var verdict = Verify(signature, body);
        if (verdict != WebhookVerdict.Genuine)
        {
            throw new ClipyardException(
                FailureCatalogue.Unauthenticated,
                $"The webhook's signature is {verdict.ToString().ToLowerInvariant()}."
            );
        }

        return Parse(body)
            ?? throw new ClipyardException(FailureCatalogue.InvalidParameter, "The webhook holds no event.");
    }

    /// <summary>Reads an event without looking at who sent it.</summary>
    /// <returns>The event; null when it is none.</returns>
    public static WebhookEvent? Parse(ReadOnlySpan<byte> body)
    {
        if (JsonPart.Read(body, AnswerContext.Default.WebhookPayload) is not { Event: { Length: > 0 } name } payload)
        {
            return null;
        }

        var text = payload.Content ?? "";
        var content =
            JsonPart.Read(Encoding.UTF8.GetBytes(text), AnswerContext.Default.WebhookContentPayload)
            ?? new WebhookContentPayload();
        return new WebhookEvent
        {
            Name = name,
            ClientKey = payload.ClientKey,
            OpenId = payload.UserOpenid,
            CreatedAt = payload.CreateTime is > 0 and < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(payload.CreateTime.Value)
                : null,
            PublishId = PublishId.IsValid(content.PublishId) ? new PublishId(content.PublishId) : null,
            PublishType = content.PublishType,
            PostId = content.PostId,
            FailReason = name == "post.publish.failed" ? content.Reason ?? content.FailReason : null,
            RemovalReason = name == "authorization.removed" ? ReasonOf(content.Reason) : null,
            Content = text,
        };
    }

    private static RemovalReason ReasonOf(string? number) =>
        int.TryParse(number, out var value) && Enum.IsDefined((RemovalReason)value)
            ? (RemovalReason)value
            : RemovalReason.Unknown;
}
