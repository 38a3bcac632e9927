using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Display;

/// <summary>Reads the connected person's public videos. Needs <see cref="TikTokScopes.VideoList"/>; 600 calls a minute.</summary>
public sealed class VideoClient
{
    /// <summary>The most videos of one call, listed or looked up.</summary>
    public const int MaxPerCall = 20;

    private const string ContentType = "application/json";

    private readonly ApiCalls _calls;
    private readonly TikTokApiOptions _options;
    private readonly TimeProvider _time;

    internal VideoClient(ApiCalls calls, TikTokApiOptions options, TimeProvider time)
    {
        _calls = calls;
        _options = options;
        _time = time;
    }

    /// <summary>Walks through all videos, newest first, a call for each twenty, until the caller stops.</summary>
    /// <exception cref="TikTokApiException"><c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.</exception>
    public async IAsyncEnumerable<OwnVideo> GetAllAsync(
        AccessToken token,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        long? cursor = null;
        do
        {
            if (cursor is not null)
            {
                await Task.Delay(_options.PagePause, _time, cancellationToken);
            }

            var page = await GetPageAsync(token, cursor, MaxPerCall, fields: null, cancellationToken);
            foreach (var video in page.Videos)
            {
                yield return video;
            }

            // A cursor that does not move would be read for ever.
            cursor = page.Next == cursor ? null : page.Next;
        } while (cursor is not null);
    }

    /// <summary>Reads one page.</summary>
    /// <param name="token">The account's.</param>
    /// <param name="cursor">
    /// <see cref="VideoPage.Next"/> of the page before, or Unix milliseconds: only older videos. Null for the newest.
    /// </param>
    /// <param name="count">1 to <see cref="MaxPerCall"/>.</param>
    /// <param name="fields">Some of <see cref="VideoFields"/>; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TikTokApiException"><c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.</exception>
    public async Task<VideoPage> GetPageAsync(
        AccessToken token,
        long? cursor = null,
        int count = MaxPerCall,
        IReadOnlyList<string>? fields = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxPerCall);
        var payload = await AskAsync(
            "/v2/video/list/",
            token,
            new VideoListRequest(cursor, count),
            RequestContext.Default.VideoListRequest,
            fields,
            cancellationToken
        );
        return new VideoPage(ToVideos(payload), payload.HasMore == true ? payload.Cursor : null);
    }

    /// <summary>Looks videos up, for example for fresh cover addresses.</summary>
    /// <param name="token">The account's.</param>
    /// <param name="ids">At most <see cref="MaxPerCall"/>.</param>
    /// <param name="fields">Some of <see cref="VideoFields"/>; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Those that are public and this person's. TikTok says nothing about the others.</returns>
    /// <exception cref="TikTokApiException"><c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.</exception>
    public async Task<IReadOnlyList<OwnVideo>> QueryAsync(
        AccessToken token,
        IReadOnlyList<string> ids,
        IReadOnlyList<string>? fields = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count > MaxPerCall)
        {
            throw new ArgumentException($"At most {MaxPerCall} videos are looked up at once.", nameof(ids));
        }

        if (ids.Count == 0)
        {
            return [];
        }

        var payload = await AskAsync(
            "/v2/video/query/",
            token,
            new VideoQueryRequest(new VideoQueryFilters(ids)),
            RequestContext.Default.VideoQueryRequest,
            fields,
            cancellationToken
        );
        return ToVideos(payload);
    }

    private async Task<VideoListPayload> AskAsync<T>(
        string path,
        AccessToken token,
        T body,
        JsonTypeInfo<T> type,
        IReadOnlyList<string>? fields,
        CancellationToken cancellationToken
    )
    {
        var query = Uri.EscapeDataString(string.Join(',', fields ?? VideoFields.All));
        var reply = await _calls.PostAsync(
            $"{path}?fields={query}",
            token,
            body,
            type,
            mayRepeat: true,
            cancellationToken,
            ContentType
        );
        return reply.Data(AnswerContext.Default.VideoListPayload);
    }

    private static IReadOnlyList<OwnVideo> ToVideos(VideoListPayload payload) =>
        [.. (payload.Videos ?? []).Select(video => video.ToVideo())];
}
