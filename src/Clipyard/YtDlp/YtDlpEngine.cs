using System.Net;
using System.Text.Json;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.YtDlp;

/// <summary>Reads a post's metadata with the yt-dlp program; downloading stays ours.</summary>
/// <remarks>The program asks TikTok itself: it knows nothing of <see cref="ClipyardOptions.TikTokAddress"/>.</remarks>
internal sealed class YtDlpEngine(ClipyardOptions options, SessionPool sessions, TimeProvider time)
{
    /// <summary>yt-dlp asks several addresses, one after the other, each with its own time-out.</summary>
    private const int RequestsAtMost = 4;

    public async Task<VideoInfo> ReadAsync(VideoId id, string? username, CancellationToken cancellationToken)
    {
        var address = new TikTokLink.Video(id, username ?? "i").CanonicalUrl;
        using var timeout = new CancellationTokenSource(options.RequestTimeout * RequestsAtMost, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);

        // By one exit: media addresses may be good only for the network that asked for them.
        var session = sessions.BeginApart();
        using var cookies = options.CookiesFile is { } file ? CookiesCopy.Of(file) : null;
        (int ExitCode, byte[] Output, string Error)? run;
        try
        {
            var arguments = Arguments(address, cookies, session);
            run = await ChildProcess.RunAsync(options.YtDlpPath, arguments, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionException(FailureCatalogue.NetworkError, "yt-dlp did not end in time.")
            {
                Address = address,
            };
        }

        if (run is not { } ended)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"There is no program '{options.YtDlpPath}': install yt-dlp, or choose the native engine."
            );
        }

        return ended.ExitCode == 0 ? Convert(id, address, ended.Output, session) : throw Explain(address, ended.Error);
    }

    private static IEnumerable<string> Arguments(string address, CookiesCopy? copy, BrowserSession session)
    {
        string[] arguments = ["--dump-single-json", "--no-warnings", "--no-playlist", "--ignore-config"];
        string[] cookies = copy is not null ? ["--cookies", copy.Path] : [];
        string[] proxy = session.Proxy is { } exit ? ["--proxy", exit.OriginalString] : [];
        return [.. arguments, .. cookies, .. proxy, "--", address];
    }

    private static VideoInfo Convert(VideoId id, string address, byte[] output, BrowserSession session)
    {
        YtDlpPayload? payload;
        try
        {
            payload = JsonSerializer.Deserialize(output, YtDlpJsonContext.Default.YtDlpPayload);
        }
        catch (JsonException error)
        {
            throw new ClipyardException(FailureCatalogue.PageChanged, "yt-dlp's answer is no JSON.", error)
            {
                Address = address,
            };
        }

        if (payload?.Id != id.Value)
        {
            throw new ClipyardException(FailureCatalogue.WrongVideo, $"yt-dlp answered with {payload?.Id}.")
            {
                Address = address,
            };
        }

        session.Cookies.Add(YtDlpCookies.Read(payload.Formats?.Select(format => format.Cookies) ?? []));
        return YtDlpConversion.ToVideo(id, payload) with { Session = session };
    }

    /// <summary>yt-dlp says why only in words; these are the ones in its TikTok extractor.</summary>
    private static ClipyardException Explain(string address, string words)
    {
        var lastLine = words.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("yt-dlp failed.").Trim();
        var detail = $"yt-dlp says: {lastLine}";

        (string Words, Failure Failure)[] known =
        [
            ("requiring login", FailureCatalogue.LoginRequired),
            ("log in", FailureCatalogue.LoginRequired),
            ("IP address is blocked", FailureCatalogue.VideoRemoved),
            ("Video not available", FailureCatalogue.VideoRemoved),
        ];
        foreach (var (part, failure) in known)
        {
            if (lastLine.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new ContentUnavailableException(failure, detail) { Address = address };
            }
        }

        return lastLine.Contains("Unable to extract", StringComparison.OrdinalIgnoreCase)
            ? new ClipyardException(FailureCatalogue.PageChanged, detail) { Address = address }
            : new ConnectionException(FailureCatalogue.NetworkError, detail) { Address = address };
    }
}
