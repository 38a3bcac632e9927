using System.Net;
using System.Security.Cryptography;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class MainFlowTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Fact]
    public async Task A_draft_goes_from_consent_to_the_inbox_and_its_creator_posts_it()
    {
        await using var session = await OfficialSession.StartAsync();
        var page = await session.SendAsync(
            HttpMethod.Get,
            OfficialSession.AuthorizeAddress(),
            content: null,
            token: null
        );
        var callback = session.Sandbox.Official.Consent(
            new Uri(OfficialSession.AuthorizeAddress()),
            DemoWorld.SunnyGarden
        );
        var code = System.Web.HttpUtility.ParseQueryString(callback.Query)["code"]!;

        var tokens = await session.FormAsync(
            "oauth/token/",
            ("client_key", DemoApps.AuditedKey),
            ("client_secret", DemoApps.AuditedSecret),
            ("code", code),
            ("grant_type", "authorization_code"),
            ("redirect_uri", OfficialSession.Redirect),
            ("code_verifier", OfficialSession.Verifier)
        );
        session.AccessToken = tokens.Flat("access_token");
        var publishId = await session.UploadAsync(OfficialSession.DraftInit, Clip);
        var delivered = await session.StatusAsync(publishId);
        var notifications = session.Sandbox.Official.Inbox.Notifications(DemoWorld.SunnyGarden);
        var post = session.Sandbox.Official.Inbox.Post(publishId, "From the inbox #clip");
        var posted = await session.StatusAsync(publishId);

        page.Text.ShouldContain("Authorize Clipyard demo");
        code.ShouldEndWith("*0!6410");
        tokens.Flat("scope").ShouldBe("user.info.basic,video.upload");
        delivered["status"]!.GetValue<string>().ShouldBe("SEND_TO_USER_INBOX");
        notifications.ShouldHaveSingleItem().PublishId.ShouldBe(publishId);
        posted["status"]!.GetValue<string>().ShouldBe("PUBLISH_COMPLETE");
        posted["publicaly_available_post_id"]!.ToJsonString().ShouldBe($"[{post!.PostId}]");
    }

    [Fact]
    public async Task A_direct_public_post_stands_on_the_public_site_and_plays_the_uploaded_bytes()
    {
        await using var official = await OfficialSession.ConnectedAsync();

        var publishId = await official.UploadAsync(
            OfficialSession.DirectInit,
            Clip,
            """{"privacy_level":"PUBLIC_TO_EVERYONE","title":"Tide #sea"}"""
        );
        var status = await official.StatusAsync(publishId);

        var id = status["publicaly_available_post_id"]![0]!.GetValue<long>().ToString();
        var item = PageReader.Item(
            await official.Client.GetStringAsync(
                new Uri($"http://www.tiktok.com/@sunny.garden/video/{id}"),
                OfficialSession.Token
            )
        );
        item["desc"]!.GetValue<string>().ShouldBe("Tide #sea");
        var made = official.Sandbox.Official.Published.ShouldHaveSingleItem();
        made.PostId.ShouldBe(id);
        made.Mode.ShouldBe(PublishMode.Direct);
        made.Sha256.ShouldBe([Convert.ToHexStringLower(SHA256.HashData(Clip))]);
        official.Sandbox.Official.CountPosts(made.Sha256[0]).ShouldBe(1);
        (await DownloadAsync(official, id)).ShouldBe(Clip);
    }

    [Fact]
    public async Task A_large_file_goes_up_in_chunks_that_are_counted()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        const long size = 12_000_001;
        const long chunk = 5_000_000;
        using var stream = SandboxClips.OpenPadded(size);
        var bytes = new byte[size];
        stream.ReadExactly(bytes);

        var init = await session.InitAsync(OfficialSession.DraftInit, size, chunk: chunk, count: 2);
        var url = init.Data("upload_url");
        var first = await session.ChunkAsync(url, bytes.AsMemory(0, 5_000_000), $"bytes 0-4999999/{size}");
        var between = await session.StatusAsync(init.Data("publish_id"));
        var again = await session.ChunkAsync(url, bytes.AsMemory(0, 5_000_000), $"bytes 0-4999999/{size}");
        var last = await session.ChunkAsync(url, bytes.AsMemory(5_000_000), $"bytes 5000000-12000000/{size}");
        var after = await session.ChunkAsync(url, bytes.AsMemory(5_000_000), $"bytes 5000000-12000000/{size}");

        first.Status.ShouldBe(HttpStatusCode.PartialContent);
        first.ContentRange.ShouldBe("bytes 0-5000000/12000001");
        between["status"]!.GetValue<string>().ShouldBe("PROCESSING_UPLOAD");
        between["uploaded_bytes"]!.GetValue<long>().ShouldBe(chunk);
        again.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        again.ContentRange.ShouldBe("bytes 0-5000000/12000001");
        last.Status.ShouldBe(HttpStatusCode.Created);
        after.Status.ShouldBe(HttpStatusCode.NotFound);
        (await session.StatusAsync(init.Data("publish_id")))["status"]!
            .GetValue<string>()
            .ShouldBe("SEND_TO_USER_INBOX");
        session
            .Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden)
            .ShouldHaveSingleItem()
            .Sha256.ShouldBe([Convert.ToHexStringLower(SHA256.HashData(bytes))]);
    }

    [Fact]
    public async Task Creator_info_says_what_goes_with_a_public_and_a_private_account()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var open = (await session.JsonAsync("post/publish/creator_info/query/", "{}")).Json["data"]!;
        session.Connect(DemoWorld.QuietAttic);
        var closed = (await session.JsonAsync("post/publish/creator_info/query/", "")).Json["data"]!;

        open["creator_username"]!.GetValue<string>().ShouldBe("sunny.garden");
        open["privacy_level_options"]!
            .ToJsonString()
            .ShouldBe("""["PUBLIC_TO_EVERYONE","MUTUAL_FOLLOW_FRIENDS","SELF_ONLY"]""");
        open["duet_disabled"]!.GetValue<bool>().ShouldBeFalse();
        open["max_video_post_duration_sec"]!.GetValue<int>().ShouldBe(600);
        closed["privacy_level_options"]!
            .ToJsonString()
            .ShouldBe("""["FOLLOWER_OF_CREATOR","MUTUAL_FOLLOW_FRIENDS","SELF_ONLY"]""");
        closed["stitch_disabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static async Task<byte[]> DownloadAsync(OfficialSession session, string id)
    {
        using var page = await session.Client.GetAsync(
            new Uri($"http://www.tiktok.com/@i/video/{id}"),
            OfficialSession.Token
        );
        var cookie = page.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var item = PageReader.Item(await page.Content.ReadAsStringAsync(OfficialSession.Token));
        var address = item["video"]!["playAddr"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://" + address[8..]);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var response = await session.Client.SendAsync(request, OfficialSession.Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(OfficialSession.Token);
    }
}
