using System.Buffers;
using System.Net;
using Clipyard.Failures;
using Clipyard.Pages;
using Microsoft.Extensions.Logging;
using Polly;

namespace Clipyard.Http;

/// <summary>Fetches pages and listings whole: retried, challenges answered, refusals recognised and named.</summary>
internal sealed partial class PageFetcher
{
    /// <summary>Captured pages are 260 to 590 KB; more than this is no page.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    private const int FirstBufferBytes = 512 * 1024;

    private readonly TikTokHttp _http;
    private readonly SessionPool _sessions;
    private readonly RequestPacer _pacer;
    private readonly ClipyardOptions _options;
    private readonly StatisticsRecorder _statistics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _retries;

    public PageFetcher(
        TikTokHttp http,
        SessionPool sessions,
        RequestPacer pacer,
        ClipyardOptions options,
        StatisticsRecorder statistics,
        TimeProvider time,
        ILogger logger
    )
    {
        _http = http;
        _sessions = sessions;
        _pacer = pacer;
        _options = options;
        _statistics = statistics;
        _time = time;
        _logger = logger;
        _retries = RetryPolicy.Create(options, IsWorthRetrying, statistics, time);
    }

    /// <summary>Gets a page of TikTok's site.</summary>
    /// <param name="uri">Its address.</param>
    /// <param name="userAgent">Instead of the session's: another one gets another shape of page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What a page of status 200 or 404 holds.</returns>
    /// <exception cref="ContentUnavailableException"><c>login_required</c>, <c>region_blocked</c>.</exception>
    /// <exception cref="ConnectionException"><c>network_error</c>, <c>rate_limited</c>, <c>blocked_by_tiktok</c>.</exception>
    public Task<SitePage> GetAsync(Uri uri, string? userAgent, CancellationToken cancellationToken) =>
        VisitAsync((session, token) => GetOnceAsync(uri, session, userAgent, token), cancellationToken);

    /// <summary>Where a short link leads, one hop; null when it leads nowhere new.</summary>
    /// <remarks>Asked with the user agent that TikTok redirects plainly (docs/tiktok-web.md, "Short links").</remarks>
    public Task<Uri?> GetRedirectAsync(Uri uri, CancellationToken cancellationToken) =>
        VisitAsync(
            async (session, token) =>
            {
                var context = new RequestContext(session, IsMedia: false, UserAgents.ShortLink);
                using var response = await _http.SendOnceAsync(uri, context, prepare: null, token);
                ThrowIfRefused(response, session, uri);
                return TikTokHttp.RedirectOf(response, uri, context);
            },
            cancellationToken
        );

    /// <summary>Asks as the visit under way; a refusal ends that visit, so that the next try begins another.</summary>
    private async Task<T> VisitAsync<T>(
        Func<BrowserSession, CancellationToken, Task<T>> ask,
        CancellationToken cancellationToken
    ) =>
        await _retries.ExecuteAsync(
            async token =>
            {
                var session = _sessions.Current();
                try
                {
                    return await ask(session, token);
                }
                catch (ConnectionException error) when (IsRefusal(error.Failure))
                {
                    _sessions.Retire(session);
                    throw;
                }
            },
            cancellationToken
        );

    private static bool IsRefusal(Failure? failure) =>
        failure == FailureCatalogue.BlockedByTikTok || failure == FailureCatalogue.RateLimited;

    /// <summary>A refusal is worth another try only by another exit; a long wait only where none is needed there.</summary>
    private bool IsWorthRetrying(ClipyardException error)
    {
        if (!error.IsTransient)
        {
            return false;
        }

        var isRefusal = error.Failure == FailureCatalogue.BlockedByTikTok || error.RetryAfter > RetryPolicy.LongestWait;
        return !isRefusal || _sessions.HasOtherExits;
    }

    private async Task<SitePage> GetOnceAsync(
        Uri uri,
        BrowserSession session,
        string? userAgent,
        CancellationToken cancellationToken
    )
    {
        var context = new RequestContext(session, IsMedia: false, userAgent);
        using var first = await FetchAsync(uri, context, cancellationToken);
        if (!ChallengePage.TryRead(first.Body, out var challenge))
        {
            return Read(first, uri);
        }

        using var second = await AnswerAsync(challenge, uri, context, cancellationToken);
        return Read(second, uri);
    }

    /// <summary>Reads what the page holds. Refusals come in pages of status 200, too: captchas, notices, numbers in JSON.</summary>
    private SitePage Read(FetchedPage page, Uri uri)
    {
        if (page.Body.IsEmpty && page.Status == HttpStatusCode.OK)
        {
            throw Refused(FailureCatalogue.BlockedByTikTok, page.Session, uri, "It answered with an empty page.");
        }

        var content = TikTokPage.Read(page.Body);
        if (content.Failure is { } failure && IsRefusal(failure))
        {
            var detail = content.StatusCode is { } status
                ? $"TikTok's status: {status}."
                : "It answered with a notice.";
            throw Refused(failure, page.Session, uri, detail);
        }

        if (content.Failure is not { IsTransient: true })
        {
            _pacer.Answered();
        }

        return new SitePage(content, page.Status, page.Session);
    }

    private async Task<FetchedPage> AnswerAsync(
        ChallengePage challenge,
        Uri uri,
        RequestContext context,
        CancellationToken cancellationToken
    )
    {
        if (!_options.AnswerChallenges || challenge.Solve(cancellationToken) is not { } answer)
        {
            throw Refused(
                FailureCatalogue.BlockedByTikTok,
                context.Session,
                uri,
                "It asks every visitor to wait, and the question was not answered."
            );
        }

        LogChallenge(uri.AbsolutePath);
        _statistics.RecordChallenge();
        foreach (var (name, value) in answer.Cookies)
        {
            // Kept for the session, so that each visit is asked once.
            context.Session.Cookies.Add(new Cookie(name, value, "/", ".tiktok.com") { Secure = true });
        }

        var page = await FetchAsync(uri, context, cancellationToken);
        if (!ChallengePage.TryRead(page.Body, out _))
        {
            return page;
        }

        page.Dispose();
        throw Refused(
            FailureCatalogue.BlockedByTikTok,
            context.Session,
            uri,
            "It asks to wait again although its question was answered."
        );
    }

    private async Task<FetchedPage> FetchAsync(Uri uri, RequestContext context, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(uri, context, AskForPage, cancellationToken);
        var finalUri = response.RequestMessage!.RequestUri!;

        ThrowIfRefused(response, context.Session, uri);
        ThrowIfElsewhere(finalUri, uri);

        var (buffer, length) = await ReadAsync(response, finalUri, cancellationToken);
        return new FetchedPage(finalUri, response.StatusCode, context.Session, buffer, length);
    }

    private static void AskForPage(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation(
            "Accept",
            "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
        );
        request.Headers.TryAddWithoutValidation("Accept-Language", "en-US,en;q=0.8");
    }

    private void ThrowIfRefused(HttpResponseMessage response, BrowserSession session, Uri uri)
    {
        var status = (int)response.StatusCode;
        if (status is < 400 or 404)
        {
            return;
        }

        if (status is 401 or 403)
        {
            throw Refused(FailureCatalogue.BlockedByTikTok, session, uri, $"It answered {status}.", response);
        }

        if (status == 429)
        {
            throw Refused(FailureCatalogue.RateLimited, session, uri, $"It answered {status}.", response);
        }

        // 503 "overload-protect triggered" and its like pass by themselves.
        var failure = status >= 500 ? FailureCatalogue.NetworkError : FailureCatalogue.PageChanged;
        throw new ConnectionException(failure, $"TikTok answered {status}.")
        {
            Address = uri.GetLeftPart(UriPartial.Path),
            HttpStatus = response.StatusCode,
            RetryAfter = RetryAfter.Read(response.Headers.RetryAfter, _time),
        };
    }

    private static void ThrowIfElsewhere(Uri finalUri, Uri asked)
    {
        var path = finalUri.AbsolutePath;
        if (path.Equals("/login", StringComparison.Ordinal) || path.StartsWith("/login/", StringComparison.Ordinal))
        {
            throw new ContentUnavailableException(FailureCatalogue.LoginRequired)
            {
                Address = asked.GetLeftPart(UriPartial.Path),
            };
        }

        // Exits in countries that TikTok does not serve are sent to pages such as /hk/about.
        if (path.EndsWith("/about", StringComparison.Ordinal) && path.Length == "/xx/about".Length)
        {
            throw new ContentUnavailableException(FailureCatalogue.RegionBlocked)
            {
                Address = asked.GetLeftPart(UriPartial.Path),
            };
        }
    }

    private ConnectionException Refused(
        Failure failure,
        BrowserSession session,
        Uri uri,
        string detail,
        HttpResponseMessage? response = null
    )
    {
        var isNews = _sessions.Retire(session);
        var retryAfter = RetryAfter.Read(response?.Headers.RetryAfter, _time);
        return new ConnectionException(failure, detail)
        {
            Address = uri.GetLeftPart(UriPartial.Path),
            HttpStatus = response?.StatusCode,
            RetryAfter = _pacer.Refused(session.Exit, retryAfter, isNews),
        };
    }

    private async Task<(byte[] Buffer, int Length)> ReadAsync(
        HttpResponseMessage response,
        Uri uri,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        var length = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(linked.Token);
            while (await body.ReadAsync(buffer.AsMemory(length), linked.Token) is var count and > 0)
            {
                length += count;
                buffer = length < buffer.Length ? buffer : Grow(buffer, length, uri);
            }

            _statistics.RecordBytes(length);
            return (buffer, length);
        }
        catch (Exception error)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw Cut(
                    uri,
                    $"The page of {uri.Host} did not end within {_options.RequestTimeout.TotalSeconds:0.#} s."
                );
            }

            // The last two: what was sent is not what its Content-Encoding says.
            if (error is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
            {
                throw Cut(uri, $"The page of {uri.Host} was cut: {error.Message}");
            }

            throw;
        }
    }

    private static ConnectionException Cut(Uri uri, string detail) =>
        new(FailureCatalogue.NetworkError, detail) { Address = uri.GetLeftPart(UriPartial.Path) };

    private static byte[] Grow(byte[] buffer, int length, Uri uri)
    {
        if (buffer.Length >= MaxBytes)
        {
            throw new ClipyardException(FailureCatalogue.PageChanged, $"The page is larger than {MaxBytes} bytes.")
            {
                Address = uri.GetLeftPart(UriPartial.Path),
            };
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Answering TikTok's waiting page for {Path}")]
    private partial void LogChallenge(string path);
}
