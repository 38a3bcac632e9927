using System.Net;
using Clipyard.Failures;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Errors;

/// <summary>Answers that no sandbox would give, and TikTok may.</summary>
public sealed class OddAnswerTests
{
    private const string Ok = """ "error":{"code":"ok","message":"","log_id":"L"} """;
    private static readonly AccessToken Token = new("act.the-token-itself");
    private static readonly PublishId Id = new("v_pub_file~v2-1.1");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"ok\"")]
    [InlineData("{\"data\":{\"status\":\"FAI")]
    [InlineData("<!DOCTYPE html><html><body>Login to the hotel's network</body></html>")]
    [InlineData("{\"data\":null,\"error\":{}}")]
    [InlineData("{\"data\":{},\"error\":{\"code\":\"ok\"}}")]
    [InlineData("{\"data\":[],\"error\":{\"code\":\"ok\"}}")]
    [InlineData("{\"data\":{\"status\":[\"FAILED\"]},\"error\":{\"code\":\"ok\"}}")]
    [InlineData("{\"data\":{\"status\":\"\"},\"error\":{\"code\":\"ok\"}}")]
    public async Task What_is_no_answer_is_a_failure_of_the_connection(string body)
    {
        using var stub = StubHandler.Of(body);
        using var client = stub.Client();

        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.HttpStatus.ShouldBe(HttpStatusCode.OK);
        error.MayHaveTakenEffect.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400, "tiktok_rejected")]
    [InlineData(401, "reconnect_needed")]
    [InlineData(404, "tiktok_rejected")]
    [InlineData(302, "tiktok_rejected")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "network_error")]
    [InlineData(502, "network_error")]
    public async Task An_error_page_is_named_by_its_status(int status, string code)
    {
        using var stub = StubHandler.Of("<html>Nope</html>", (HttpStatusCode)status);
        using var client = stub.Client();

        var error = await Should.ThrowAsync<TikTokApiException>(client.Creators.GetAsync(Token, ApiSession.Stop));

        error.Code.ShouldBe(code);
        error.TikTokCode.ShouldBeNull();
    }

    [Fact]
    public async Task A_bad_status_is_a_failure_even_with_a_good_word()
    {
        using var stub = StubHandler.Of("{" + """ "data":{"status":"FAILED"},""" + Ok + "}", HttpStatusCode.BadGateway);
        using var client = stub.Client();

        await Should.ThrowAsync<TikTokApiException>(client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop));
    }

    [Theory]
    [InlineData("[7650000000000000001]", "7650000000000000001")]
    [InlineData("[\"7650000000000000001\"]", "7650000000000000001")]
    [InlineData("7650000000000000001", "7650000000000000001")]
    [InlineData("\"7650000000000000001\"", "7650000000000000001")]
    [InlineData("[9223372036854775807, 18446744073709551615]", "9223372036854775807,18446744073709551615")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("0", "")]
    [InlineData("[{\"id\":1},null,true]", "")]
    public async Task Post_ids_keep_every_digit_in_whatever_form_they_come(string json, string ids)
    {
        foreach (var name in new[] { "publicaly_available_post_id", "publicly_available_post_id" })
        {
            using var stub = StubHandler.Of(
                $$$"""{"data":{"status":"PUBLISH_COMPLETE","{{{name}}}":{{{json}}},"new":{"deep":[1]}},{{{Ok}}}}"""
            );
            using var client = stub.Client();

            var status = await client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop);

            string.Join(',', status.PostIds).ShouldBe(ids);
            status.IsFinal.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("10000", 10000)]
    [InlineData("\"10000\"", 10000)]
    [InlineData("1e4", 10000)]
    [InlineData("10000.0", 10000)]
    [InlineData("4294967296", 4294967296)]
    [InlineData("null", null)]
    [InlineData("\"many\"", null)]
    [InlineData("{}", null)]
    [InlineData("1e400", null)]
    public async Task Counts_may_be_numbers_or_text(string json, object? expected)
    {
        using var stub = StubHandler.Of(
            $$$"""{"data":{"status":"PROCESSING_UPLOAD","uploaded_bytes":{{{json}}}},{{{Ok}}}}"""
        );
        using var client = stub.Client();

        var status = await client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop);

        status.UploadedBytes.ShouldBe(expected is null ? null : Convert.ToInt64(expected));
        status.Stage.ShouldBe(PublishStage.ProcessingUpload);
    }

    [Fact]
    public async Task A_status_of_tomorrow_is_kept_by_its_name()
    {
        using var stub = StubHandler.Of($$$"""{"data":{"status":"WAITING_FOR_MOON"},{{{Ok}}}}""");
        using var client = stub.Client();

        var status = await client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop);

        status.Stage.ShouldBe(PublishStage.Unknown);
        status.Name.ShouldBe("WAITING_FOR_MOON");
        status.IsFinal.ShouldBeFalse();
    }

    [Fact]
    public async Task Half_an_emoji_in_a_name_does_no_harm()
    {
        using var stub = StubHandler.Of(
            """{"data":{"user":{"display_name":"Tide \ud83c","is_verified":"1"}},"error":{"code":"ok"}}"""
        );
        using var client = stub.Client();

        var user = await client.Users.GetAsync(Token, UserFields.Basic, ApiSession.Stop);

        user.DisplayName.ShouldBe("Tide \uFFFD");
        user.IsVerified.ShouldBe(true);
    }

    [Fact]
    public async Task A_missing_error_member_does_no_harm_where_there_are_data()
    {
        using var stub = StubHandler.Of("""{"data":{"status":"SEND_TO_USER_INBOX"}}""");
        using var client = stub.Client();

        (await client.Posting.GetStatusAsync(Token, Id, ApiSession.Stop)).Stage.ShouldBe(PublishStage.SentToInbox);
    }

    [Theory]
    [InlineData("""{"error":{"code":"invalid_params","message":"M","logid":"L2"}}""", "L2")]
    [InlineData("""{"error":{"code":"invalid_params","message":"M"},"log_id":"L3"}""", "L3")]
    [InlineData("""{"error":"invalid_params","error_description":"M","log_id":"L4"}""", "L4")]
    [InlineData("""{"error":{"code":"invalid_params","message":"M"}}""", "from-the-header")]
    public async Task An_error_is_read_in_all_its_forms(string body, string logId)
    {
        using var stub = new StubHandler(_ =>
        {
            var response = StubHandler.Json(body, HttpStatusCode.BadRequest);
            response.Headers.Add("x-tt-logid", "from-the-header");
            return response;
        });
        using var client = stub.Client();

        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Posting.InitInboxUploadAsync(Token, ChunkPlan.For(1), ApiSession.Stop)
        );

        error.TikTokCode.ShouldBe("invalid_params");
        error.TikTokMessage.ShouldBe("M");
        error.LogId.ShouldBe(logId);
    }

    [Fact]
    public async Task TikToks_words_are_shown_without_what_nobody_may_read()
    {
        using var stub = StubHandler.Of(
            """{"error":{"code":"access_token_invalid","message":"Bad act.other and act.the-token-itself\r\nand upload_token=abc-def!"}}""",
            HttpStatusCode.Unauthorized
        );
        using var client = stub.Client();

        var error = await Should.ThrowAsync<TikTokApiException>(client.Creators.GetAsync(Token, ApiSession.Stop));

        error.TikTokMessage.ShouldBe("Bad *** and *** and ***");
        error.ToString().ShouldNotContain("the-token-itself");
    }

    [Theory]
    [InlineData("""{"data":{"publish_id":"v_inbox_file~v2.1"},"error":{"code":"ok"}}""", "network_error")]
    [InlineData(
        """{"data":{"upload_url":"https://open-upload.tiktokapis.com/u"},"error":{"code":"ok"}}""",
        "network_error"
    )]
    [InlineData(
        """{"data":{"publish_id":"with space","upload_url":"https://open-upload.tiktokapis.com/u"},"error":{"code":"ok"}}""",
        "network_error"
    )]
    [InlineData(
        """{"data":{"publish_id":"v_inbox_file~v2.1","upload_url":"https://evil.example/u"},"error":{"code":"ok"}}""",
        "foreign_url"
    )]
    public async Task An_init_without_what_it_must_say_is_no_ticket(string body, string code)
    {
        using var stub = StubHandler.Of(body);
        using var client = stub.Client();

        var error = await Should.ThrowAsync<ClipyardException>(
            client.Posting.InitInboxUploadAsync(Token, ChunkPlan.For(1), ApiSession.Stop)
        );

        error.Code.ShouldBe(code);
        stub.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"access_token":"act.a","refresh_token":"rft.b","open_id":"o","scope":"user.info.basic"}""", null)]
    [InlineData("""{"access_token":"act.a","refresh_token":"rft.b","open_id":"o","expires_in":"86400"}""", null)]
    [InlineData("""{"access_token":"act.a","refresh_token":"rft.b","open_id":"o","error":""}""", null)]
    [InlineData("""{"data":{"access_token":"act.a"},"message":"success"}""", "network_error")]
    [InlineData("""{"access_token":"act.a b","refresh_token":"rft.b","open_id":"o"}""", "network_error")]
    [InlineData("""{"access_token":"act.a","refresh_token":"rft.b"}""", "network_error")]
    [InlineData("", "network_error")]
    public async Task Tokens_are_read_when_they_are_all_there(string body, string? code)
    {
        var clock = new ManualClock();
        using var stub = StubHandler.Of(body);
        using var client = stub.Client(clock);

        var asking = client.OAuth.RefreshAsync(new RefreshToken("rft.old"), ApiSession.Stop);

        if (code is not null)
        {
            (await Should.ThrowAsync<TikTokApiException>(asking)).Code.ShouldBe(code);
            return;
        }

        var tokens = await asking;
        tokens.AccessToken.Value.ShouldBe("act.a");
        tokens.AccessTokenExpiresAt.ShouldBe(clock.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task An_answer_that_does_not_end_is_given_up_in_time()
    {
        var clock = new ManualClock();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stub = new StubHandler(
            async (_, token) =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
                return new HttpResponseMessage();
            }
        );
        using var client = stub.Client(clock);

        var asking = client.Posting.InitInboxUploadAsync(Token, ChunkPlan.For(1), ApiSession.Stop);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<TikTokApiException>(asking);
        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.MayHaveTakenEffect.ShouldBeTrue();
        error.Message.ShouldContain("30 s");
    }
}
