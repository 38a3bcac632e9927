using System.Net;
using System.Text;
using Clipyard.Server.Archive;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Tests.Publishing.Requests.Bulk;

public sealed class ImportPostsTests
{
    private const string Url = "https://example.com/video.mp4";

    [Fact]
    public async Task A_table_becomes_posts_in_the_order_of_its_rows()
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345678");
        var upload = await host.UploadAsync();

        var answer = await host.ImportAsync(
            $"""
            content,video_url,clip_id,upload_id,mode,privacy_level,disable_comment,schedule_time,schedule_zone,approval
            First,{Url},,,,,,2026-12-01T18:00,Asia/Bangkok,
            "Two ""lines""
            here",,7123456789012345678,,direct,SELF_ONLY,false,2026-12-02T09:00:00+07:00,,true
            Third,,,{upload},inbox,,,,,yes
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["dry_run"].GetBoolean().ShouldBeFalse();
        answer["rows"].GetInt32().ShouldBe(3);
        answer["accepted"].GetInt32().ShouldBe(3);
        answer["errors"].GetArrayLength().ShouldBe(0);
        var ids = answer.PostIdsOf();
        var rows = new List<Post>();
        foreach (var id in ids)
        {
            rows.Add(await host.RowAsync(id));
        }

        rows.Select(post => post.Caption).ShouldBe(["First", "Two \"lines\"\nhere", "Third"]);
        rows.Select(post => post.CreatedAt).ShouldBeInOrder();
        rows[0].Source.Url.ShouldBe(Url);
        rows[0].ScheduledFor.ShouldBe(DateTimeOffset.Parse("2026-12-01T11:00:00Z"));
        rows[0].ScheduleZone.ShouldBe("Asia/Bangkok");
        rows[0].NeedsApproval.ShouldBeFalse();
        rows[1].Source.ClipId.ShouldBe("7123456789012345678");
        rows[1].Mode.ShouldBe(PostMode.Direct);
        rows[1].Settings.PrivacyLevel.ShouldBe("SELF_ONLY");
        rows[1].Settings.DisableComment.ShouldBeFalse();
        rows[1].Settings.DisableDuet.ShouldBeTrue();
        rows[1].NeedsApproval.ShouldBeTrue();
        rows[2].Source.UploadId.ShouldBe(upload);
        rows[2].NeedsApproval.ShouldBeTrue();
        rows.ShouldAllBe(post => post.State == PostState.Preparing);
    }

    [Fact]
    public async Task Posts_of_an_import_are_dated_as_the_clock_shows_and_listed_in_the_order_of_the_rows()
    {
        await using var host = await PostHost.StartAsync();
        await host.ImportAsync($"video_url\n{Url}\n");
        var rows = string.Concat(Enumerable.Repeat($"{Url}\n", 600));

        var ids = (await host.ImportAsync("video_url\n" + rows)).PostIdsOf();
        var listed = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await host.Server.GetAsync($"/api/posts?limit=250&cursor={cursor}");
            foreach (var post in page["posts"].EnumerateArray())
            {
                post.GetProperty("created_at").GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow());
                listed.Add(post.GetProperty("post_id").GetGuid());
            }

            cursor = page["next_cursor"].GetString();
        } while (cursor is not null);

        listed.Count.ShouldBe(601);
        listed.Take(600).ShouldBe(ids.Reverse());
    }

    [Fact]
    public async Task A_file_of_a_form_is_a_table_too()
    {
        await using var host = await PostHost.StartAsync();
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent($"video_url\n{Url}\n"), "file", "posts.csv");

        (await host.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await host.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_makes_nothing_and_says_what_would_be()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.ImportAsync($"video_url\n{Url}\n{Url}\n", "?dry_run=true", "same");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["dry_run"].GetBoolean().ShouldBeTrue();
        answer["accepted"].GetInt32().ShouldBe(2);
        answer["post_ids"].GetArrayLength().ShouldBe(0);
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task One_bad_row_refuses_all_and_every_fault_is_named_by_row_and_column()
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345000", ClipKind.Audio);
        var upload = await host.UploadAsync();

        var answer = await host.ImportAsync(
            $"""
            video_url,clip_id,upload_id,content,mode,privacy_level,account_id,schedule_time,repair,video_cover_timestamp_ms
            {Url},,,fine,,,,,,
            http://example.com/v.mp4,,,,,,,,,
            ,7000000000000000000,,,,,,,,
            ,7123456789012345000,,,,,,,,
            {Url},,,,sideways,,,,,
            {Url},,,,direct,,,,,
            {Url},,,,,,nobody,,,
            {Url},,,,,,{Guid.Empty},,,
            {Url},,,,,,,2020-01-01T00:00:00Z,,
            {Url},,,,,,,2026-12-01T00:00,,
            {Url},,,,,,,,perhaps,soon
            {Url},,,{new string('x', 2201)},,,,,,
            ,,,no source,,,,,,
            {Url},7123456789012345000,,,,,,,,
            ,,{upload},,,,,,,
            ,,{upload},,,,,,,
            {Url},,,,,,,,,,one field more
            {Url},,,"a{'\u0001'}b",,,,,,
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer["code"].GetString().ShouldBe("invalid_parameter");
        answer["success"].GetBoolean().ShouldBeFalse();
        answer
            .ErrorsOf()
            .ShouldBe(
                [
                    "11:schedule_time:invalid_parameter",
                    "12:repair:invalid_parameter",
                    "12:video_cover_timestamp_ms:invalid_parameter",
                    "13:content:caption_too_long",
                    "14::invalid_parameter",
                    "15::invalid_parameter",
                    "17:upload_id:conflict",
                    "18::invalid_parameter",
                    "19:content:invalid_parameter",
                    "3:video_url:url_not_allowed",
                    "4:clip_id:not_found",
                    "5:clip_id:unsupported_media",
                    "6:mode:invalid_parameter",
                    "7:privacy_level:invalid_parameter",
                    "8:account_id:not_found",
                    "9:account_id:not_found",
                    "10:schedule_time:invalid_parameter",
                ],
                ignoreOrder: true
            );
        answer["error_count"].GetInt32().ShouldBe(17);
        (await host.CountAsync()).ShouldBe(0);
        (await host.UploadsAsync()).ShouldHaveSingleItem().TakenAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_that_all_rows_share_keeps_its_name()
    {
        await using var host = await PostHost.StartAsync(withAccount: false);
        await host.AddAccountAsync("listener", TikTokScopes.UserInfoBasic);

        var answer = await host.ImportAsync($"video_url\n{Url}\n{Url}\n");

        answer["code"].GetString().ShouldBe("scope_missing", answer.Text);
        answer.ErrorsOf().ShouldBe(["2:account_id:scope_missing", "3:account_id:scope_missing"]);
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Accounts_are_named_by_id_or_username()
    {
        await using var host = await PostHost.StartAsync();
        var other = await host.AddAccountAsync("other");

        var ambiguous = await host.ImportAsync($"video_url\n{Url}\n");
        ambiguous.ErrorsOf().ShouldBe(["2:account_id:conflict"]);

        var answer = await host.ImportAsync(
            $"video_url,account_id,account\n{Url},@OTHER,\n{Url},{host.AccountId},other\n{Url},,other\n"
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var accounts = new List<Guid>();
        foreach (var id in answer.PostIdsOf())
        {
            accounts.Add((await host.RowAsync(id)).AccountId);
        }

        accounts.ShouldBe([other, host.AccountId, other]);
    }

    [Fact]
    public async Task A_key_without_publish_makes_direct_posts_that_wait()
    {
        await using var host = await PostHost.StartAsync();
        var key = await host.KeyAsync("draft read");
        using var client = host.Server.CreateClient(key);
        using var body = new StringContent(
            $"video_url,mode,privacy_level\n{Url},direct,SELF_ONLY\n",
            Encoding.UTF8,
            "text/csv"
        );
        using var response = await client.PostAsync("/api/posts/import", body, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.RowAsync(await host.OnlyPostAsync())).NeedsApproval.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_without_draft_imports_nothing()
    {
        await using var host = await PostHost.StartAsync();

        (await host.WithKeyAsync(await host.KeyAsync("read"), HttpMethod.Post, "/api/posts/import")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_another_file_is_refused()
    {
        await using var host = await PostHost.StartAsync();
        var csv = $"video_url\n{Url}\n{Url}\n";

        var first = await host.ImportAsync(csv, "", "key-1");
        var again = await host.ImportAsync(csv, "", "key-1");
        var other = await host.ImportAsync(csv + Url, "", "key-1");

        first.Status.ShouldBe(HttpStatusCode.Accepted, first.Text);
        first["repeated"].GetBoolean().ShouldBeFalse();
        again.Status.ShouldBe(HttpStatusCode.Accepted, again.Text);
        again["repeated"].GetBoolean().ShouldBeTrue();
        again["import_id"].GetString().ShouldBe(first["import_id"].GetString());
        again.PostIdsOf().ShouldBe(first.PostIdsOf());
        other["code"].GetString().ShouldBe("idempotency_mismatch");
        (await host.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_import_leaves_its_key_free()
    {
        await using var host = await PostHost.StartAsync();

        (await host.ImportAsync("video_url\nhttp://x\n", "", "key-1")).Status.ShouldNotBe(HttpStatusCode.Accepted);

        (await host.ImportAsync($"video_url\n{Url}\n", "", "key-1")).Status.ShouldBe(HttpStatusCode.Accepted);
    }
}
