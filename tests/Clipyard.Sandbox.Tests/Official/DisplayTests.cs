using System.Net;
using System.Text;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class DisplayTests
{
    [Fact]
    public async Task User_info_holds_what_was_asked_for_and_nothing_else()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.GetAsync(
            "user/info/?fields=open_id,union_id,avatar_url,display_name,bio_description,profile_deep_link,is_verified,username,follower_count,likes_count,video_count"
        );
        var again = await session.GetAsync("user/info/?fields=profile_deep_link");

        var user = answer.Json["data"]!["user"]!.AsObject();
        user.Count.ShouldBe(11);
        user["username"]!.GetValue<string>().ShouldBe("sunny.garden");
        user["display_name"]!.GetValue<string>().ShouldBe("Sunny Garden 🌻");
        user["follower_count"]!.GetValue<long>().ShouldBe(783_427);
        user["is_verified"]!.GetValue<bool>().ShouldBeTrue();
        Guid.TryParse(user["union_id"]!.GetValue<string>(), out _).ShouldBeTrue();
        answer.Text.ShouldNotContain("following_count");
        again.Json["data"]!["user"]!["profile_deep_link"]!
            .GetValue<string>()
            .ShouldNotBe(user["profile_deep_link"]!.GetValue<string>());
        (
            await session.Client.GetAsync(Plain(user["avatar_url"]!.GetValue<string>()), OfficialSession.Token)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("user/info/", HttpStatusCode.BadRequest, "invalid_params")]
    [InlineData("user/info/?fields=open_id,shoe_size", HttpStatusCode.BadRequest, "invalid_params")]
    [InlineData("user/info/?fields=follower_count", HttpStatusCode.Unauthorized, "scope_not_authorized")]
    [InlineData("user/info/?fields=open_id,follower_count", HttpStatusCode.BadRequest, "scope_permission_missed")]
    public async Task User_info_refuses(string path, HttpStatusCode status, string code)
    {
        await using var session = await OfficialSession.ConnectedAsync(scopes: "user.info.basic");

        var answer = await session.GetAsync(path);

        answer.Status.ShouldBe(status);
        answer.ErrorCode.ShouldBe(code);
        answer.Json["data"]!.AsObject().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("POST", "user/info/?fields=open_id")]
    [InlineData("GET", "user/info?fields=open_id")]
    [InlineData("GET", "video/list/?fields=id")]
    [InlineData("POST", "post/publish/video/init")]
    [InlineData("POST", "post/publish/list/")]
    public async Task Another_method_or_a_missing_last_slash_is_404(string method, string path)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.SendAsync(
            new HttpMethod(method),
            OfficialSession.Api + path,
            method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null,
            session.AccessToken
        );

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("act.unknown")]
    public async Task A_call_without_a_valid_token_is_401(string? token)
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await session.SendAsync(
            HttpMethod.Get,
            OfficialSession.Api + "user/info/?fields=open_id",
            content: null,
            token
        );

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ErrorCode.ShouldBe("access_token_invalid");
        answer.Headers.GetValues("x-tt-logid").Single().ShouldBe(answer.Json["error"]!["log_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Videos_are_paged_newest_first_by_milliseconds()
    {
        await using var session = await OfficialSession.ConnectedAsync(DemoWorld.HarborLights);
        var ids = new List<string>();
        var cursor = "";
        var hasMore = true;
        while (hasMore)
        {
            var page = await session.JsonAsync("video/list/?fields=id,create_time", $$"""{"max_count":20{{cursor}}}""");
            var data = page.Json["data"]!;
            ids.AddRange(data["videos"]!.AsArray().Select(video => video!["id"]!.GetValue<string>()));
            cursor = $",\"cursor\":{data["cursor"]!.GetValue<long>()}";
            hasMore = data["has_more"]!.GetValue<bool>();
        }

        var expected = session.Sandbox.World.PostsOf(DemoWorld.HarborLights).Select(post => post.Id);
        ids.ShouldBe(expected.OrderByDescending(long.Parse));
    }

    [Fact]
    public async Task An_account_without_videos_has_an_empty_list()
    {
        await using var session = await OfficialSession.ConnectedAsync(DemoWorld.EmptyShelf);

        var answer = await session.JsonAsync("video/list/?fields=id", "{}");

        answer.Json["data"]!.ToJsonString().ShouldBe("""{"videos":[],"cursor":0,"has_more":false}""");
    }

    [Fact]
    public async Task A_query_leaves_out_what_is_not_the_users()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.JsonAsync(
            "video/query/?fields=id,title,duration,share_url,cover_image_url,width,view_count",
            $$$"""{"filters":{"video_ids":["{{{DemoWorld.PlainVideo}}}","{{{DemoWorld.PaperBoatsVideo}}}","1"]}}"""
        );

        var video = answer.Json["data"]!["videos"]!.AsArray().ShouldHaveSingleItem()!;
        video["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        video["duration"]!.GetValue<int>().ShouldBe(5);
        video["width"]!.GetValue<int>().ShouldBe(576);
        video["share_url"]!.GetValue<string>().ShouldEndWith($"utm_source={DemoApps.AuditedKey}");
        (
            await session.Client.GetAsync(Plain(video["cover_image_url"]!.GetValue<string>()), OfficialSession.Token)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        session.Clock.Advance(TimeSpan.FromHours(8));
        (
            await session.Client.GetAsync(Plain(video["cover_image_url"]!.GetValue<string>()), OfficialSession.Token)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("video/list/", "{}")]
    [InlineData("video/list/?fields=nothing", "{}")]
    [InlineData("video/list/?fields=id", """{"max_count":21}""")]
    [InlineData("video/list/?fields=id", """{"max_count":0}""")]
    [InlineData("video/list/?fields=id", """{"max_count":"20"}""")]
    [InlineData("video/list/?fields=id", "[]")]
    [InlineData("video/list/?fields=id", "{")]
    [InlineData("video/query/?fields=id", "{}")]
    [InlineData("video/query/?fields=id", """{"filters":{"video_ids":[]}}""")]
    [InlineData("video/query/?fields=id", """{"filters":{"video_ids":[7650000000000000001]}}""")]
    public async Task Malformed_lists_are_refused(string path, string body)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.JsonAsync(path, body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe("invalid_params");
    }

    [Fact]
    public async Task More_than_twenty_ids_are_refused()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var ids = string.Join(',', Enumerable.Range(1, 21).Select(number => $"\"{number}\""));

        var answer = await session.JsonAsync("video/query/?fields=id", $$$"""{"filters":{"video_ids":[{{{ids}}}]}}""");

        answer.ErrorCode.ShouldBe("invalid_params");
    }

    private static Uri Plain(string address) => new(address.Replace("https://", "http://", StringComparison.Ordinal));
}
