using System.Net;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class ApiFaultTests
{
    private const string Self = """{"privacy_level":"SELF_ONLY"}""";

    public static TheoryData<SandboxEndpoint, string> Calls =>
        new()
        {
            { SandboxEndpoint.UserInfo, "GET user/info/?fields=open_id" },
            { SandboxEndpoint.VideoList, "POST video/list/?fields=id" },
            { SandboxEndpoint.VideoQuery, "POST video/query/?fields=id" },
            { SandboxEndpoint.CreatorInfo, "POST post/publish/creator_info/query/" },
            { SandboxEndpoint.VideoInit, "POST post/publish/video/init/" },
            { SandboxEndpoint.InboxInit, "POST post/publish/inbox/video/init/" },
            { SandboxEndpoint.PhotoInit, "POST post/publish/content/init/" },
            { SandboxEndpoint.PublishStatus, "POST post/publish/status/fetch/" },
            { SandboxEndpoint.PublishCancel, "POST post/publish/cancel/" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_endpoint_can_be_made_to_fail_with_any_code_or_status(SandboxEndpoint endpoint, string call)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        Add(session, endpoint, FaultKind.ErrorCode, 500, "internal_error");
        Add(session, endpoint, FaultKind.ErrorCode, 400, "invalid_file_upload");
        Add(session, endpoint, FaultKind.Status, 503);
        Add(session, endpoint, FaultKind.HtmlInstead);
        Add(session, endpoint, FaultKind.Empty);
        Add(session, endpoint, FaultKind.LostAnswer, times: 9);

        var code = await CallAsync(session, call);
        var other = await CallAsync(session, call);
        var status = await CallAsync(session, call);
        var html = await CallAsync(session, call);
        var empty = await CallAsync(session, call);
        var lost = () => CallAsync(session, call);

        code.Status.ShouldBe(HttpStatusCode.InternalServerError);
        code.ErrorCode.ShouldBe("internal_error");
        other.ErrorCode.ShouldBe("invalid_file_upload");
        status.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.Text.ShouldStartWith("<!DOCTYPE html>");
        empty.Text.ShouldBeEmpty();
        await lost.ShouldThrowAsync<HttpRequestException>();
    }

    [Theory]
    [InlineData("server_error", 500)]
    [InlineData("temporarily_unavailable", 503)]
    [InlineData("access_denied", 200)]
    [InlineData("unauthorized_client", 200)]
    public async Task The_token_endpoint_fails_in_its_own_shape(string error, int status)
    {
        await using var session = await OfficialSession.StartAsync();
        Add(session, SandboxEndpoint.Token, FaultKind.ErrorCode, status, error);

        var answer = await session.FormAsync("oauth/token/", ("grant_type", "refresh_token"));

        ((int)answer.Status).ShouldBe(status);
        answer.Flat("error").ShouldBe(error);
    }

    [Fact]
    public async Task An_answer_lost_after_an_init_leaves_a_task_behind()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        Add(session, SandboxEndpoint.VideoInit, FaultKind.LostAnswer, times: 1);

        await Should.ThrowAsync<HttpRequestException>(() => session.InitAsync(OfficialSession.DirectInit, 9, Self));

        session.Sandbox.Official.Tasks.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_answer_lost_after_a_refresh_leaves_the_old_token_dead()
    {
        await using var session = await OfficialSession.StartAsync();
        var tokens = session.Connect(DemoWorld.SunnyGarden);
        Add(session, SandboxEndpoint.Token, FaultKind.StatusAfter, 502);
        (string, string)[] form =
        [
            ("client_key", DemoApps.AuditedKey),
            ("client_secret", DemoApps.AuditedSecret),
            ("grant_type", "refresh_token"),
            ("refresh_token", tokens.RefreshToken),
        ];

        var lost = await session.FormAsync("oauth/token/", form);
        var again = await session.FormAsync("oauth/token/", form);

        lost.Status.ShouldBe(HttpStatusCode.BadGateway);
        again.Flat("error").ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_fault_can_be_for_one_creator_only()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.VideoInit,
                Creator = DemoWorld.HarborLights,
            }
        );

        var other = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        session.Connect(DemoWorld.HarborLights);
        var struck = await session.InitAsync(OfficialSession.DirectInit, 9, Self);

        other.ErrorCode.ShouldBe("ok");
        struck.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task The_journal_names_app_creator_task_body_and_error()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var id = (await session.InitAsync(OfficialSession.DraftInit, 9)).Data("publish_id");

        await session.InitAsync(OfficialSession.DraftInit, 9, chunk: 5);

        var entries = session.Sandbox.Journal.Of(SandboxEndpoint.InboxInit);
        entries[0].PublishId.ShouldBe(id);
        entries[0].ClientKey.ShouldBe(DemoApps.AuditedKey);
        entries[0].Creator.ShouldBe(DemoWorld.SunnyGarden);
        entries[0].Error.ShouldBeNull();
        entries[1].Error.ShouldBe("invalid_params");
        entries[1].Body!.ShouldContain("\"chunk_size\":5");
        entries[1].Status.ShouldBe(400);
    }

    private static void Add(
        OfficialSession session,
        SandboxEndpoint endpoint,
        FaultKind kind,
        int status = 200,
        string? text = null,
        int times = 1
    ) =>
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = kind,
                Endpoint = endpoint,
                Status = status,
                Text = text,
                Times = times,
            }
        );

    private static Task<OfficialSession.Answer> CallAsync(OfficialSession session, string call) =>
        call.Split(' ') is ["GET", var get] ? session.GetAsync(get) : session.JsonAsync(call.Split(' ')[1], "{}");
}
