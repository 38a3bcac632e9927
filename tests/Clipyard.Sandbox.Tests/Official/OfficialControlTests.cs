using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class OfficialControlTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Fact]
    public async Task A_whole_post_from_outside_without_a_browser()
    {
        await using var session = await OfficialSession.StartAsync();

        var consent = await ControlAsync(
            session,
            "POST",
            "consent",
            $$"""{"authorize_url":"{{OfficialSession.AuthorizeAddress()}}","creator":"sunny.garden","scopes":["video.upload"]}"""
        );
        var tokens = await ControlAsync(session, "POST", "connect", """{"creator":"sunny.garden"}""");
        session.AccessToken = tokens["access_token"]!.GetValue<string>();
        var id = await session.UploadAsync(OfficialSession.DraftInit, Clip);
        var drafts = await ControlAsync(session, "GET", "creators/sunny.garden/drafts");
        var notes = await ControlAsync(session, "GET", "creators/sunny.garden/notifications");
        var apps = await ControlAsync(session, "GET", "creators/sunny.garden/apps");
        var post = await ControlAsync(
            session,
            "POST",
            $"drafts/{id}/post",
            """{"caption":"Outside","privacy_level":"SELF_ONLY"}"""
        );
        var hash = Convert.ToHexStringLower(SHA256.HashData(Clip));
        var published = await ControlAsync(session, "GET", $"published?sha256={hash}");
        var none = await ControlAsync(session, "GET", "published?sha256=00");

        consent["location"]!.GetValue<string>().ShouldStartWith(OfficialSession.Redirect + "?code=");
        drafts.AsArray().Single()!["publish_id"]!.GetValue<string>().ShouldBe(id);
        notes.AsArray().Single()!["text"]!.GetValue<string>().ShouldContain("Clipyard demo");
        apps.AsArray().Single()!["client_key"]!.GetValue<string>().ShouldBe(DemoApps.AuditedKey);
        published.AsArray().Single()!["post_id"]!.GetValue<string>().ShouldBe(post["post_id"]!.GetValue<string>());
        published.AsArray().Single()!["wish"]!["title"]!.GetValue<string>().ShouldBe("Outside");
        none.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Apps_properties_settings_and_reports_from_outside()
    {
        await using var session = await OfficialSession.StartAsync();

        await ControlAsync(
            session,
            "POST",
            "apps",
            """{"client_key":"awmine","client_secret":"s","name":"Mine","redirect_uris":["http://127.0.0.1:*/cb"]}"""
        );
        var changed = await ControlAsync(session, "PATCH", "apps/awmine", """{"audited":true}""");
        var property = await ControlAsync(
            session,
            "POST",
            "apps/awmine/properties",
            """{"kind":"domain","value":"media.example.com"}"""
        );
        var verified = await ControlAsync(
            session,
            "POST",
            "apps/awmine/properties/verify",
            $$"""{"value":"media.example.com","dns_text":"{{property["proof"]!.GetValue<string>()}}"}"""
        );
        var settings = await ControlAsync(
            session,
            "PATCH",
            "settings",
            """{"processing_delay_ms":5000,"narrow_chunks":true}"""
        );
        await session.FormAsync("oauth/token/", ("client_id", "awmine"));
        var report = await ControlAsync(session, "GET", "report");

        changed["name"]!.GetValue<string>().ShouldBe("Mine");
        changed["audited"]!.GetValue<bool>().ShouldBeTrue();
        verified["verified"]!.GetValue<bool>().ShouldBeTrue();
        settings["processing_delay_ms"]!.GetValue<double>().ShouldBe(5000);
        settings["pending_drafts"]!.GetValue<int>().ShouldBe(5);
        session.Sandbox.Official.Settings.NarrowChunks.ShouldBeTrue();
        report.AsArray().Single()!["kind"]!.GetValue<string>().ShouldBe("refused");
        report.AsArray().Single()!["code"]!.GetValue<string>().ShouldBe("invalid_request");
    }

    [Theory]
    [InlineData("POST", "consent", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "connect", """{"creator":"nobody"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "apps", """{"client_key":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData(
        "POST",
        "apps",
        """{"client_key":"a","client_secret":"b","redirect_uris":["http://a.example/"]}""",
        HttpStatusCode.BadRequest
    )]
    [InlineData("PATCH", "apps/nobody", "{}", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "apps/nobody", "", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "settings", """{"speed":1}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "drafts/nothing/post", "{}", HttpStatusCode.NotFound)]
    [InlineData("POST", "drafts/nothing/discard", "{}", HttpStatusCode.NotFound)]
    [InlineData("POST", "published/1/visibility", """{"visibility":"private"}""", HttpStatusCode.NotFound)]
    [InlineData("GET", "inbox/nobody", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "files/nothing/0", "", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_wrong_is_said(string method, string path, string body, HttpStatusCode status)
    {
        await using var session = await OfficialSession.StartAsync();

        using var response = await SendAsync(session, method, path, body, "application/json");

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task The_inbox_page_shows_drafts_plays_them_and_posts_them()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var kept = await session.UploadAsync(OfficialSession.DraftInit, Clip);
        var thrown = await session.UploadAsync(OfficialSession.DraftInit, Clip);

        var page = await TextAsync(session, "inbox/sunny.garden");
        using var file = await SendAsync(session, "GET", $"files/{kept}/0", "", "text/plain");
        using var posted = await FormAsync(
            session,
            $"draft={kept}&do=post&caption=Hello+there&privacy_level=PUBLIC_TO_EVERYONE"
        );
        using var discarded = await FormAsync(session, $"draft={thrown}&do=discard");
        using var twice = await FormAsync(session, $"draft={thrown}&do=discard");
        using var removed = await FormAsync(session, $"app={DemoApps.AuditedKey}&do=disconnect");
        var after = await TextAsync(session, "inbox/sunny.garden");

        page.ShouldContain(kept);
        page.ShouldContain("Remove access");
        (await file.Content.ReadAsByteArrayAsync(OfficialSession.Token)).ShouldBe(Clip);
        posted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        discarded.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        removed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        after.ShouldContain("Hello there");
        after.ShouldContain("No drafts are waiting.");
        after.ShouldContain("No app is connected.");
        session
            .Sandbox.World.FindPost(session.Sandbox.Official.Published.Single().PostId)!
            .Caption.ShouldBe("Hello there");
    }

    [Fact]
    public async Task A_post_is_hidden_shown_and_deleted_by_its_creator()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var id = await session.UploadAsync(OfficialSession.DirectInit, Clip, """{"privacy_level":"SELF_ONLY"}""");
        var post = session.Sandbox.Official.Published.Single().PostId;

        await ControlAsync(session, "POST", $"published/{post}/visibility", """{"visibility":"public"}""");
        var shown = await session.StatusAsync(id);
        await ControlAsync(session, "POST", $"published/{post}/visibility", """{"visibility":"deleted"}""");
        var deleted = await session.StatusAsync(id);

        shown["publicaly_available_post_id"]!.ToJsonString().ShouldBe($"[{post}]");
        deleted.ToJsonString().ShouldBe("""{"status":"PUBLISH_COMPLETE"}""");
        session.Sandbox.World.FindPost(post).ShouldBeNull();
    }

    [Fact]
    public async Task A_reset_forgets_tokens_tasks_posts_and_settings_but_registers_the_demo_apps_again()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await session.UploadAsync(OfficialSession.DirectInit, Clip, """{"privacy_level":"PUBLIC_TO_EVERYONE"}""");
        session.Sandbox.Official.Portal.RemoveApp(DemoApps.UnauditedKey);

        session.Sandbox.Reset();

        session.Sandbox.Official.Published.ShouldBeEmpty();
        session.Sandbox.Official.Tasks.ShouldBeEmpty();
        session.Sandbox.Official.Portal.Apps.Count.ShouldBe(3);
        (await session.GetAsync("user/info/?fields=open_id")).ErrorCode.ShouldBe("access_token_invalid");
        session.Connect(DemoWorld.SunnyGarden);
        (await session.GetAsync("user/info/?fields=open_id")).ErrorCode.ShouldBe("ok");
    }

    [Fact]
    public async Task An_upload_address_leads_to_where_the_caller_came_in()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var body =
            $$$"""{"source_info":{"source":"FILE_UPLOAD","video_size":{{{Clip.Length}}},"chunk_size":{{{Clip.Length}}},"total_chunk_count":1}}""";

        var init = await session.SendAsync(
            HttpMethod.Post,
            session.Sandbox.Address + "v2/post/publish/inbox/video/init/",
            new StringContent(body, Encoding.UTF8, "application/json"),
            session.AccessToken
        );
        var put = await session.ChunkAsync(init.Data("upload_url"), Clip, $"bytes 0-{Clip.Length - 1}/{Clip.Length}");

        init.Data("upload_url").ShouldStartWith(session.Sandbox.Address.AbsoluteUri + "upload?");
        put.Status.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<JsonNode> ControlAsync(
        OfficialSession session,
        string method,
        string path,
        string body = ""
    )
    {
        using var response = await SendAsync(session, method, path, body, "application/json");
        var text = await response.Content.ReadAsStringAsync(OfficialSession.Token);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private static async Task<string> TextAsync(OfficialSession session, string path)
    {
        using var response = await SendAsync(session, "GET", path, "", "text/plain");
        return await response.Content.ReadAsStringAsync(OfficialSession.Token);
    }

    private static Task<HttpResponseMessage> FormAsync(OfficialSession session, string form) =>
        SendAsync(session, "POST", "inbox/sunny.garden", form, "application/x-www-form-urlencoded");

    private static async Task<HttpResponseMessage> SendAsync(
        OfficialSession session,
        string method,
        string path,
        string body,
        string type
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            session.Sandbox.Address + "_sandbox/" + path
        );
        request.Content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, type) : null;
        return await session.Client.SendAsync(request, OfficialSession.Token);
    }
}
