using System.Net;
using System.Text.Json.Serialization.Metadata;
using Clipyard.TikTokApi.Json;

namespace Clipyard.TikTokApi.Http;

/// <summary>What a call was answered with. The body decides, not the status: TikTok sends errors with 200, too.</summary>
internal sealed class ApiReply
{
    private readonly ApiRequest _request;
    private readonly Uri _uri;
    private readonly HttpStatusCode _status;
    private readonly TimeSpan? _retryAfter;
    private readonly string? _headerLogId;
    private readonly Envelope? _envelope;
    private readonly bool _isEmpty;

    public ApiReply(ApiRequest request, Uri uri, HttpResponseMessage response, byte[] body, TimeProvider time)
    {
        _request = request;
        _uri = uri;
        _status = response.StatusCode;
        _retryAfter = RetryAfter.Read(response, time);
        _headerLogId = response.Headers.TryGetValues("x-tt-logid", out var ids) ? ids.FirstOrDefault() : null;
        _isEmpty = body.AsSpan().Trim(" \t\r\n"u8).IsEmpty;
        _envelope = Envelope.TryRead(body, out var envelope) ? envelope : null;
    }

    /// <summary>Whether it is an answer to what was asked.</summary>
    public bool IsSuccess
    {
        get
        {
            if ((int)_status is < 200 or > 299)
            {
                return false;
            }

            // Revoking is answered with an empty object or with nothing at all.
            return _request.IsOAuth
                ? _isEmpty || _envelope is { Code: null or "ok" }
                : _envelope is { Code: "ok" } or { Code: null, HasData: true };
        }
    }

    private string? Code => _envelope?.Code is { } code and not "ok" ? Redaction.Clean(code) : null;

    private string? LogId => Redaction.Clean(_envelope?.LogId ?? _headerLogId);

    /// <summary>The data of an envelope.</summary>
    /// <exception cref="TikTokApiException"><c>network_error</c>: there are none.</exception>
    public T Data<T>(JsonTypeInfo<T> type)
        where T : class => _envelope?.ReadData(type) ?? throw Lacks("data");

    /// <summary>The members of a flat answer.</summary>
    /// <exception cref="TikTokApiException"><c>network_error</c>: it has none.</exception>
    public T Root<T>(JsonTypeInfo<T> type)
        where T : class => _envelope?.ReadRoot(type) ?? throw Lacks("a body");

    /// <summary>The failure of an answer without something it must have.</summary>
    public TikTokApiException Lacks(string member) => Unreadable($"without {member}");

    /// <summary>The failure that this answer is.</summary>
    public TikTokApiException ToException()
    {
        if (Code is { } code)
        {
            return Refused(code);
        }

        return (int)_status is >= 200 and <= 299 ? Unreadable("without JSON of TikTok's form") : Failed();
    }

    private TikTokApiException Refused(string code)
    {
        var failure = _request.IsOAuth ? TikTokFailures.OfOAuth(code, _status) : TikTokFailures.OfApi(code, _status);
        var message = Redaction.Clean(_envelope?.Message, [.. _request.Secrets]);
        return Fill(failure, message is null ? $"TikTok: {code}." : $"TikTok: {code}: {message}", code, message);
    }

    private TikTokApiException Failed() =>
        Fill(TikTokFailures.OfStatus(_status), $"{_uri.Host} answered with status {(int)_status}.", null, null);

    // Something between us and TikTok, or a TikTok that we do not know: what was asked may have been done.
    private TikTokApiException Unreadable(string how) =>
        Fill(
            FailureCatalogue.NetworkError,
            $"{_uri.Host} answered with status {(int)_status}, {how}.",
            code: null,
            message: null
        );

    private TikTokApiException Fill(Failure failure, string detail, string? code, string? message) =>
        new(failure, detail)
        {
            Address = _uri.GetLeftPart(UriPartial.Path),
            TikTokCode = code,
            TikTokMessage = message,
            LogId = LogId,
            HttpStatus = _status,
            RetryAfter = _retryAfter ?? (failure == FailureCatalogue.RateLimited ? Http.RetryAfter.RateWindow : null),
            MayHaveTakenEffect = failure == FailureCatalogue.NetworkError,
        };
}
