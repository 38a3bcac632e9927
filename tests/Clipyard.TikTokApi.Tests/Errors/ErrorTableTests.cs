using System.Net;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Errors;

/// <summary>Every row of TikTok's error tables, at every endpoint that it is documented for.</summary>
public sealed class ErrorTableTests
{
    private static readonly PublishId Id = new("v_pub_file~v2-1.1");

    private static readonly SandboxEndpoint[] Inits =
    [
        SandboxEndpoint.VideoInit,
        SandboxEndpoint.InboxInit,
        SandboxEndpoint.PhotoInit,
    ];

    private static readonly SandboxEndpoint[] Reads =
    [
        SandboxEndpoint.UserInfo,
        SandboxEndpoint.VideoList,
        SandboxEndpoint.VideoQuery,
        SandboxEndpoint.CreatorInfo,
        SandboxEndpoint.PublishStatus,
    ];

    private static readonly SandboxEndpoint[] All = [.. Inits, .. Reads, SandboxEndpoint.PublishCancel];

    private static readonly (string Code, int Status, SandboxEndpoint[] Endpoints, string Failure)[] Rows =
    [
        ("access_token_invalid", 401, All, "reconnect_needed"),
        ("scope_not_authorized", 401, All, "scope_missing"),
        ("scope_permission_missed", 400, [SandboxEndpoint.UserInfo], "scope_missing"),
        ("invalid_params", 400, All, "tiktok_rejected"),
        ("invalid_param", 400, Inits, "tiktok_rejected"),
        ("invalid_file_upload", 400, Inits, "unsupported_media"),
        ("rate_limit_exceeded", 429, All, "rate_limited"),
        ("internal_error", 500, All, "network_error"),
        ("app_version_check_failed", 400, [SandboxEndpoint.PhotoInit], "tiktok_rejected"),
        ("spam_risk_too_many_posts", 200, [SandboxEndpoint.CreatorInfo], "daily_cap"),
        ("spam_risk_too_many_posts", 403, [SandboxEndpoint.VideoInit, SandboxEndpoint.PhotoInit], "daily_cap"),
        ("spam_risk_user_banned_from_posting", 200, [SandboxEndpoint.CreatorInfo], "creator_blocked"),
        ("spam_risk_user_banned_from_posting", 403, Inits, "creator_blocked"),
        (
            "spam_risk_too_many_pending_share",
            403,
            [SandboxEndpoint.InboxInit, SandboxEndpoint.PhotoInit],
            "pending_drafts_cap"
        ),
        ("reached_active_user_cap", 200, [SandboxEndpoint.CreatorInfo], "active_user_cap"),
        ("reached_active_user_cap", 403, [SandboxEndpoint.VideoInit, SandboxEndpoint.PhotoInit], "active_user_cap"),
        (
            "unaudited_client_can_only_post_to_private_accounts",
            403,
            [SandboxEndpoint.VideoInit, SandboxEndpoint.PhotoInit],
            "unaudited_app"
        ),
        ("url_ownership_unverified", 403, [.. Inits, SandboxEndpoint.PublishCancel], "url_ownership_unverified"),
        (
            "privacy_level_option_mismatch",
            403,
            [SandboxEndpoint.VideoInit, SandboxEndpoint.PhotoInit],
            "privacy_not_allowed"
        ),
        ("invalid_publish_id", 400, [SandboxEndpoint.PublishStatus, SandboxEndpoint.PublishCancel], "not_found"),
        (
            "token_not_authorized_for_specified_publish_id",
            400,
            [SandboxEndpoint.PublishStatus, SandboxEndpoint.PublishCancel],
            "forbidden"
        ),
        ("publish_not_cancellable", 400, [SandboxEndpoint.PublishCancel], "not_cancellable"),
        ("a_code_of_tomorrow", 400, All, "tiktok_rejected"),
        ("a_code_of_tomorrow", 503, All, "network_error"),
    ];

    private static readonly (string Error, string Failure)[] OAuthRows =
    [
        ("access_denied", "consent_declined"),
        ("invalid_client", "app_credentials_invalid"),
        ("invalid_grant", "reconnect_needed"),
        ("invalid_request", "tiktok_rejected"),
        ("invalid_scope", "tiktok_rejected"),
        ("unauthorized_client", "app_credentials_invalid"),
        ("unsupported_grant_type", "tiktok_rejected"),
        ("unsupported_response_type", "tiktok_rejected"),
        ("server_error", "network_error"),
        ("temporarily_unavailable", "network_error"),
    ];

    [Fact]
    public async Task Every_code_ends_in_the_failure_that_it_means()
    {
        await using var session = await ApiSession.StartAsync(change: options => options with { Tries = 1 });
        foreach (var (code, status, endpoints, failure) in Rows)
        {
            foreach (var endpoint in endpoints)
            {
                var error = await RefusedAsync(session, endpoint, code, status);

                var what = $"{code} with {status} at {endpoint}";
                error.Code.ShouldBe(failure, what);
                error.TikTokCode.ShouldBe(code, what);
                error.TikTokMessage.ShouldBe("A fault of the sandbox.", what);
                error.LogId.ShouldNotBeNull(what).Length.ShouldBe(34);
                error.HttpStatus.ShouldBe((HttpStatusCode)status, what);
                error.MayHaveTakenEffect.ShouldBe(failure == "network_error", what);
            }
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    public async Task Every_OAuth_error_ends_in_the_failure_that_it_means(int status)
    {
        await using var session = await ApiSession.StartAsync();
        foreach (var (name, failure) in OAuthRows)
        {
            foreach (var endpoint in new[] { SandboxEndpoint.Token, SandboxEndpoint.Revoke })
            {
                var error = await RefusedAsync(session, endpoint, name, status);

                error.Code.ShouldBe(failure, name);
                error.TikTokCode.ShouldBe(name);
                error.LogId.ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public async Task A_rate_limit_says_to_wait_for_its_window_where_TikTok_does_not()
    {
        await using var session = await ApiSession.StartAsync();
        for (var call = 0; call < 20; call++)
        {
            await session.Client.Creators.GetAsync(session.Token, ApiSession.Stop);
        }

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Creators.GetAsync(session.Token, ApiSession.Stop)
        );
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.Client.Creators.GetAsync(session.Token, ApiSession.Stop);

        error.Failure.ShouldBe(FailureCatalogue.RateLimited);
        error.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        error.IsTransient.ShouldBeTrue();
        session.Requests(SandboxEndpoint.CreatorInfo).Count.ShouldBe(22);
    }

    [Fact]
    public async Task Reads_are_tried_three_times_and_inits_once()
    {
        await using var session = await ApiSession.StartAsync();
        foreach (var endpoint in All)
        {
            session.Sandbox.Journal.Clear();
            session.Fault(endpoint, FaultKind.Status, fault => fault with { Times = 9 });

            var error = await Should.ThrowAsync<TikTokApiException>(CallAsync(session, endpoint));

            error.Failure.ShouldBe(FailureCatalogue.NetworkError);
            session.Requests(endpoint).Count.ShouldBe(Reads.Contains(endpoint) ? 3 : 1, endpoint.ToString());
        }
    }

    [Fact]
    public async Task A_read_whose_answer_is_lost_is_asked_again()
    {
        await using var session = await ApiSession.StartAsync();
        session.Fault(SandboxEndpoint.UserInfo, FaultKind.LostAnswer);
        session.Fault(SandboxEndpoint.UserInfo, FaultKind.HtmlInstead);

        var user = await session.Client.Users.GetAsync(session.Token, UserFields.Basic, ApiSession.Stop);

        user.DisplayName.ShouldNotBeNull();
        session.Requests(SandboxEndpoint.UserInfo).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Where_nothing_listens_nothing_was_done()
    {
        var session = await ApiSession.StartAsync();
        var options = ApiSession.OptionsOf(session.Sandbox);
        await session.DisposeAsync();
        using var client = new TikTokApiClient(options);

        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Posting.InitInboxUploadAsync(session.Token, ChunkPlan.For(1000), ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.MayHaveTakenEffect.ShouldBeFalse();
    }

    private static async Task<TikTokApiException> RefusedAsync(
        ApiSession session,
        SandboxEndpoint endpoint,
        string code,
        int status
    )
    {
        session.Fault(endpoint, FaultKind.ErrorCode, fault => fault with { Text = code, Status = status });
        return await Should.ThrowAsync<TikTokApiException>(CallAsync(session, endpoint));
    }

    private static Task CallAsync(ApiSession session, SandboxEndpoint endpoint)
    {
        var (client, token, stop) = (session.Client, session.Token, ApiSession.Stop);
        var post = new VideoPost { PrivacyLevel = PrivacyLevel.SelfOnly };
        var photos = new PhotoPost { Photos = [new Uri("https://media.example.com/1.jpg")] };
        return endpoint switch
        {
            SandboxEndpoint.UserInfo => client.Users.GetAsync(token, UserFields.Basic, stop),
            SandboxEndpoint.VideoList => client.Videos.GetPageAsync(token, cancellationToken: stop),
            SandboxEndpoint.VideoQuery => client.Videos.QueryAsync(token, ["1"], cancellationToken: stop),
            SandboxEndpoint.CreatorInfo => client.Creators.GetAsync(token, stop),
            SandboxEndpoint.VideoInit => client.Posting.InitDirectUploadAsync(token, post, ChunkPlan.For(1000), stop),
            SandboxEndpoint.InboxInit => client.Posting.InitInboxUploadAsync(token, ChunkPlan.For(1000), stop),
            SandboxEndpoint.PhotoInit => client.Posting.InitPhotosAsync(token, photos, stop),
            SandboxEndpoint.PublishStatus => client.Posting.GetStatusAsync(token, Id, stop),
            SandboxEndpoint.PublishCancel => client.Posting.CancelAsync(token, Id, stop),
            SandboxEndpoint.Token => client.OAuth.RefreshAsync(new RefreshToken("rft.example"), stop),
            SandboxEndpoint.Revoke => client.OAuth.RevokeAsync(token, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(endpoint)),
        };
    }
}
