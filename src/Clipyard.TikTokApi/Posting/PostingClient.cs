using System.Runtime.CompilerServices;
using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Posting;

/// <summary>Starts posts and drafts, asks how they fare, cancels.</summary>
/// <remarks>
/// Inits are limited to 6 a minute and token, status calls to 30. No init is ever repeated here: there is no
/// idempotency key. After an exception with <see cref="TikTokApiException.MayHaveTakenEffect"/> a task may exist; one
/// for an upload does nothing without its bytes, one for a pull may post.
/// </remarks>
public sealed class PostingClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UnknownAtFirst = TimeSpan.FromMinutes(1);

    private readonly ApiCalls _calls;
    private readonly UploadHosts _hosts;
    private readonly TimeProvider _time;

    internal PostingClient(ApiCalls calls, UploadHosts hosts, TimeProvider time)
    {
        _calls = calls;
        _hosts = hosts;
        _time = time;
    }

    /// <summary>Announces a video that will be uploaded and then posted. Needs <see cref="TikTokScopes.VideoPublish"/>.</summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>privacy_not_allowed</c>: nothing was asked.</exception>
    /// <exception cref="TikTokApiException">
    /// <c>privacy_not_allowed</c>, <c>unaudited_app</c>, <c>daily_cap</c>, <c>active_user_cap</c>,
    /// <c>creator_blocked</c>, <c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>,
    /// <c>tiktok_rejected</c>, <c>network_error</c>.
    /// </exception>
    public Task<UploadTicket> InitDirectUploadAsync(
        AccessToken token,
        VideoPost post,
        ChunkPlan plan,
        CancellationToken cancellationToken = default
    )
    {
        PostRules.ThrowIfInvalid(post);
        var request = new VideoInitRequest(VideoPostInfo.Of(post), VideoSourceInfo.Upload(plan));
        return InitUploadAsync("/v2/post/publish/video/init/", token, request, plan, cancellationToken);
    }

    /// <summary>Announces a video that will be uploaded and become a draft. Needs <see cref="TikTokScopes.VideoUpload"/>.</summary>
    /// <remarks>TikTok takes no caption and no settings here: the creator adds them in the app.</remarks>
    /// <exception cref="TikTokApiException">
    /// <c>pending_drafts_cap</c>, <c>creator_blocked</c>, <c>scope_missing</c>, <c>reconnect_needed</c>,
    /// <c>rate_limited</c>, <c>tiktok_rejected</c>, <c>network_error</c>.
    /// </exception>
    public Task<UploadTicket> InitInboxUploadAsync(
        AccessToken token,
        ChunkPlan plan,
        CancellationToken cancellationToken = default
    )
    {
        var request = new VideoInitRequest(PostInfo: null, VideoSourceInfo.Upload(plan));
        return InitUploadAsync("/v2/post/publish/inbox/video/init/", token, request, plan, cancellationToken);
    }

    /// <summary>Lets TikTok fetch a video and post it. Needs <see cref="TikTokScopes.VideoPublish"/>.</summary>
    /// <param name="token">The account's.</param>
    /// <param name="post">How it is posted.</param>
    /// <param name="video">An https address under a verified property, reachable for an hour, without redirects.</param>
    /// <param name="cancellationToken">Stops waiting; the task may exist all the same.</param>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>privacy_not_allowed</c>, <c>invalid_parameter</c>: nothing was asked.</exception>
    /// <exception cref="TikTokApiException">As for an upload, and <c>url_ownership_unverified</c>.</exception>
    public Task<PublishId> InitDirectPullAsync(
        AccessToken token,
        VideoPost post,
        Uri video,
        CancellationToken cancellationToken = default
    )
    {
        PostRules.ThrowIfInvalid(post);
        var request = new VideoInitRequest(VideoPostInfo.Of(post), VideoSourceInfo.Pull(video));
        return InitPullAsync("/v2/post/publish/video/init/", token, request, cancellationToken);
    }

    /// <summary>Lets TikTok fetch a video and make a draft of it. Needs <see cref="TikTokScopes.VideoUpload"/>.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: nothing was asked.</exception>
    /// <exception cref="TikTokApiException">As for an upload, and <c>url_ownership_unverified</c>.</exception>
    public Task<PublishId> InitInboxPullAsync(
        AccessToken token,
        Uri video,
        CancellationToken cancellationToken = default
    )
    {
        var request = new VideoInitRequest(PostInfo: null, VideoSourceInfo.Pull(video));
        return InitPullAsync("/v2/post/publish/inbox/video/init/", token, request, cancellationToken);
    }

    /// <summary>
    /// Lets TikTok fetch pictures and post them or make a draft of them. Needs <see cref="TikTokScopes.VideoPublish"/>
    /// or <see cref="TikTokScopes.VideoUpload"/>.
    /// </summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>privacy_not_allowed</c>, <c>invalid_parameter</c>: nothing was asked.</exception>
    /// <exception cref="TikTokApiException">
    /// As for videos; <c>tiktok_rejected</c> with <c>app_version_check_failed</c> when the creator's app is too old.
    /// </exception>
    public async Task<PublishId> InitPhotosAsync(
        AccessToken token,
        PhotoPost post,
        CancellationToken cancellationToken = default
    )
    {
        PostRules.ThrowIfInvalid(post);
        var source = new PhotoSourceInfo(
            "PULL_FROM_URL",
            [.. post.Photos.Select(photo => photo.AbsoluteUri)],
            post.CoverIndex
        );
        var mode = post.PrivacyLevel is null ? "MEDIA_UPLOAD" : "DIRECT_POST";
        var request = new PhotoInitRequest("PHOTO", mode, PhotoPostInfo.Of(post), source);
        var reply = await _calls.PostAsync(
            "/v2/post/publish/content/init/",
            token,
            request,
            RequestContext.Default.PhotoInitRequest,
            mayRepeat: false,
            cancellationToken
        );
        return IdOf(reply, reply.Data(AnswerContext.Default.InitPayload));
    }

    /// <summary>Asks how a post fares.</summary>
    /// <exception cref="TikTokApiException">
    /// <c>not_found</c>: no such post, or not yet: in its first minute ask again. <c>forbidden</c>: another account's.
    /// <c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.
    /// </exception>
    public async Task<PublishStatus> GetStatusAsync(
        AccessToken token,
        PublishId id,
        CancellationToken cancellationToken = default
    )
    {
        var reply = await _calls.PostAsync(
            "/v2/post/publish/status/fetch/",
            token,
            new PublishIdRequest(id.Value),
            RequestContext.Default.PublishIdRequest,
            mayRepeat: true,
            cancellationToken
        );
        var payload = reply.Data(AnswerContext.Default.StatusPayload);
        return payload.Status is { Length: > 0 } name ? payload.ToStatus(id, name) : throw reply.Lacks("status");
    }

    /// <summary>How many bytes of an upload TikTok holds: for <see cref="UploadOptions.AskUploadedBytes"/>.</summary>
    /// <returns>The count; null when TikTok does not say.</returns>
    /// <exception cref="TikTokApiException">As for <see cref="GetStatusAsync"/>.</exception>
    public async Task<long?> GetUploadedBytesAsync(
        AccessToken token,
        UploadTicket ticket,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var status = await GetStatusAsync(token, ticket.PublishId, cancellationToken);

        // What has become a draft or a post has arrived as a whole, and then the count may be missing.
        return status.Stage is PublishStage.SentToInbox or PublishStage.Published
            ? ticket.Plan.VideoBytes
            : status.UploadedBytes;
    }

    /// <summary>Asks again and again, ever more slowly (2 s to 60 s), and yields each status that differs from the last.</summary>
    /// <returns>
    /// Ends behind a final status. A draft in the inbox is none, since the creator may still post it: leave the loop.
    /// </returns>
    /// <exception cref="TikTokApiException">
    /// As for <see cref="GetStatusAsync"/>, except <c>not_found</c> in the first minute, and <c>rate_limited</c>, which is
    /// waited for.
    /// </exception>
    public async IAsyncEnumerable<PublishStatus> WatchAsync(
        AccessToken token,
        PublishId id,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var began = _time.GetTimestamp();
        var pause = FirstPause;
        for (PublishStatus? last = null; last is not { IsFinal: true }; )
        {
            if (await FindStatusAsync(token, id, began, cancellationToken) is { } status)
            {
                if (last is null || !AreAlike(last, status))
                {
                    yield return status;
                    pause = FirstPause;
                }

                last = status;
            }

            if (last is not { IsFinal: true })
            {
                await Task.Delay(pause, _time, cancellationToken);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            }
        }
    }

    /// <summary>Calls off a pull that has not been fetched yet; a post of it then ends as failed.</summary>
    /// <exception cref="TikTokApiException">
    /// <c>not_cancellable</c>: too late, or an upload. <c>not_found</c>, <c>forbidden</c>, <c>scope_missing</c>,
    /// <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.
    /// </exception>
    public async Task CancelAsync(AccessToken token, PublishId id, CancellationToken cancellationToken = default) =>
        await _calls.PostAsync(
            "/v2/post/publish/cancel/",
            token,
            new PublishIdRequest(id.Value),
            RequestContext.Default.PublishIdRequest,
            mayRepeat: false,
            cancellationToken
        );

    private async Task<PublishStatus?> FindStatusAsync(
        AccessToken token,
        PublishId id,
        long began,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await GetStatusAsync(token, id, cancellationToken);
        }
        catch (TikTokApiException error)
            when (error.Failure == FailureCatalogue.NotFound && _time.GetElapsedTime(began) < UnknownAtFirst)
        {
            return null;
        }
        catch (TikTokApiException error) when (error.Failure == FailureCatalogue.RateLimited)
        {
            await Task.Delay(error.RetryAfter ?? LongestPause, _time, cancellationToken);
            return null;
        }
    }

    private static bool AreAlike(PublishStatus one, PublishStatus other) =>
        one.Name == other.Name
        && one.UploadedBytes == other.UploadedBytes
        && one.DownloadedBytes == other.DownloadedBytes
        && one.PostIds.SequenceEqual(other.PostIds, StringComparer.Ordinal);

    private async Task<UploadTicket> InitUploadAsync(
        string path,
        AccessToken token,
        VideoInitRequest request,
        ChunkPlan plan,
        CancellationToken cancellationToken
    )
    {
        var reply = await InitAsync(path, token, request, cancellationToken);
        var payload = reply.Data(AnswerContext.Default.InitPayload);
        if (!Uri.TryCreate(payload.UploadUrl, UriKind.Absolute, out var address))
        {
            throw reply.Lacks("upload_url");
        }

        _hosts.ThrowIfForeign(address);
        return new UploadTicket(IdOf(reply, payload), address, plan);
    }

    private async Task<PublishId> InitPullAsync(
        string path,
        AccessToken token,
        VideoInitRequest request,
        CancellationToken cancellationToken
    )
    {
        var reply = await InitAsync(path, token, request, cancellationToken);
        return IdOf(reply, reply.Data(AnswerContext.Default.InitPayload));
    }

    private Task<ApiReply> InitAsync(
        string path,
        AccessToken token,
        VideoInitRequest request,
        CancellationToken cancellationToken
    ) =>
        _calls.PostAsync(
            path,
            token,
            request,
            RequestContext.Default.VideoInitRequest,
            mayRepeat: false,
            cancellationToken
        );

    private static PublishId IdOf(ApiReply reply, InitPayload payload) =>
        PublishId.IsValid(payload.PublishId) ? new PublishId(payload.PublishId) : throw reply.Lacks("publish_id");
}
