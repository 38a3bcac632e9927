using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Webhooks;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class WebhookTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Fact]
    public void A_signature_is_that_of_the_documented_form()
    {
        const string body =
            """{"client_key":"awexampleclientkey","event":"authorization.removed","create_time":1615338610,"user_openid":"-000EXAMPLEopenid","content":"{\"reason\":1}"}""";

        WebhookSigner
            .Sign("example-client-secret", DateTimeOffset.FromUnixTimeSeconds(1_633_174_587), body)
            .ShouldBe("t=1633174587,s=d49de82c9a421de3047933e029ad2528d922f538463d6598c87a870997c2cb1a");
    }

    [Fact]
    public async Task A_draft_is_told_from_the_inbox_to_the_public_and_back()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        var tokens = session.Connect(DemoWorld.SunnyGarden);
        var id = await session.UploadAsync(OfficialSession.DraftInit, Clip);

        var delivered = await site.HookAsync();
        var post = session.Sandbox.Official.Inbox.Post(id)!.PostId;
        var posted = await EventsAsync(site, 2);
        session.Sandbox.Official.SetVisibility(post, PostVisibility.Private).ShouldBeTrue();
        var hidden = await site.HookAsync();

        Event(delivered).ShouldBe("post.publish.inbox_delivered");
        Content(delivered).ToJsonString().ShouldBe($$"""{"publish_id":"{{id}}","publish_type":"INBOX_SHARE"}""");
        JsonNode.Parse(delivered.Body)!["user_openid"]!.GetValue<string>().ShouldBe(tokens.OpenId);
        JsonNode.Parse(delivered.Body)!["create_time"]!
            .GetValue<long>()
            .ShouldBe(session.Clock.GetUtcNow().ToUnixTimeSeconds());
        posted.Select(Event).ShouldBe(["post.publish.complete", "post.publish.publicly_available"], ignoreOrder: true);
        Event(hidden).ShouldBe("post.publish.no_longer_publicaly_available");
        Content(hidden)["post_id"]!.GetValue<string>().ShouldBe(post);
        IsSigned(delivered).ShouldBeTrue();
    }

    [Fact]
    public async Task The_end_of_processing_is_told_without_anybody_asking()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        session.Connect(DemoWorld.SunnyGarden);
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            ProcessingDelay = TimeSpan.FromSeconds(30),
            ModerationDelay = TimeSpan.FromMinutes(5),
        };
        await session.UploadAsync(OfficialSession.DirectInit, Clip, """{"privacy_level":"PUBLIC_TO_EVERYONE"}""");

        session.Clock.Advance(TimeSpan.FromSeconds(30));
        var complete = await site.HookAsync();
        session.Clock.Advance(TimeSpan.FromMinutes(5));
        var shown = await site.HookAsync();

        Event(complete).ShouldBe("post.publish.complete");
        Event(shown).ShouldBe("post.publish.publicly_available");
    }

    [Fact]
    public async Task A_failure_is_told_with_its_reason()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        session.Connect(DemoWorld.SunnyGarden);

        var id = await session.UploadAsync(OfficialSession.DirectInit, Clip[..^1], """{"privacy_level":"SELF_ONLY"}""");
        var hook = await site.HookAsync();

        Content(hook)
            .ToJsonString()
            .ShouldBe(
                $$"""{"publish_id":"{{id}}","reason":"file_format_check_failed","publish_type":"DIRECT_PUBLISH"}"""
            );
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 5)]
    public async Task A_removed_authorization_is_told_with_who_removed_it(bool byUser, int reason)
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        var tokens = session.Connect(DemoWorld.SunnyGarden);

        if (byUser)
        {
            session.Sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, DemoApps.AuditedKey);
        }
        else
        {
            await session.FormAsync(
                "oauth/revoke/",
                ("client_key", DemoApps.AuditedKey),
                ("client_secret", DemoApps.AuditedSecret),
                ("token", tokens.AccessToken)
            );
        }

        var hook = await site.HookAsync();

        Event(hook).ShouldBe("authorization.removed");
        Content(hook).ToJsonString().ShouldBe($$"""{"reason":{{reason}}}""");
        (await session.GetAsync("user/info/?fields=open_id")).ErrorCode.ShouldBe("access_token_invalid");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_answered_with_200_comes_again_later_and_later(bool keepSignature)
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        session.Sandbox.Official.Settings = new OfficialSettings { KeepWebhookSignature = keepSignature };
        site.HookAnswers.Enqueue(500);
        site.HookAnswers.Enqueue(204);

        session.Sandbox.Official.Portal.SendTestEvent(DemoApps.AuditedKey);
        var first = await site.HookAsync();
        await AttemptsAsync(session, 1);
        session.Clock.Advance(TimeSpan.FromSeconds(10));
        var second = await site.HookAsync();
        await AttemptsAsync(session, 2);
        session.Sandbox.Clock.Advance(TimeSpan.FromSeconds(20));
        var third = await site.HookAsync();
        await AttemptsAsync(session, 3);

        second.Body.ShouldBe(first.Body);
        third.Body.ShouldBe(first.Body);
        (second.Signature == first.Signature).ShouldBe(keepSignature);
        IsSigned(second).ShouldBeTrue();
        var delivery = session.Sandbox.Official.Deliveries.Single();
        delivery.Attempts.Select(attempt => attempt.Status).ShouldBe([500, 204, 200]);
        delivery.Delivered.ShouldBeTrue();
        delivery.NextAttempt.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_never_taken_is_given_up_after_72_hours()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        site.HookAnswers.Enqueue(500);
        site.HookAnswers.Enqueue(500);

        session.Sandbox.Official.Portal.SendTestEvent(DemoApps.AuditedKey);
        await AttemptsAsync(session, 1);
        session.Sandbox.Clock.Advance(TimeSpan.FromHours(72));
        await AttemptsAsync(session, 2);

        session.Sandbox.Official.Deliveries.Single().NextAttempt.ShouldBeNull();
        session.Sandbox.Official.Deliveries.Single().Delivered.ShouldBeFalse();
    }

    [Theory]
    [InlineData(FaultKind.DuplicateAnswer)]
    [InlineData(FaultKind.LostAnswer)]
    public async Task An_event_may_come_twice(FaultKind kind)
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var session = await StartAsync(site);
        session.Sandbox.Faults.Add(new SandboxFault { Kind = kind, Endpoint = SandboxEndpoint.Webhook });

        session.Sandbox.Official.Portal.SendTestEvent(DemoApps.AuditedKey);
        var first = await site.HookAsync();
        await AttemptsAsync(session, 1);
        session.Clock.Advance(TimeSpan.FromSeconds(10));
        var second = await site.HookAsync();

        second.Body.ShouldBe(first.Body);
    }

    [Fact]
    public async Task A_callback_must_be_https_or_on_loopback()
    {
        await using var session = await OfficialSession.StartAsync();
        var portal = session.Sandbox.Official.Portal;
        var app = portal.FindApp(DemoApps.AuditedKey)!;

        Should.Throw<ArgumentException>(() => portal.PutApp(app with { WebhookUrl = "http://example.com/hook" }));
        Should.Throw<ArgumentException>(() => portal.SendTestEvent(DemoApps.AuditedKey));
    }

    private static async Task<OfficialSession> StartAsync(LoopbackSite site)
    {
        var session = await OfficialSession.StartAsync();
        var portal = session.Sandbox.Official.Portal;
        portal.PutApp(portal.FindApp(DemoApps.AuditedKey)! with { WebhookUrl = site.Address + "hook" });
        return session;
    }

    private static async Task<IReadOnlyList<LoopbackSite.Hook>> EventsAsync(LoopbackSite site, int count)
    {
        var events = new List<LoopbackSite.Hook>();
        while (events.Count < count)
        {
            events.Add(await site.HookAsync());
        }

        return events;
    }

    /// <summary>An answer is noted after it came; looked for every millisecond.</summary>
    private static async Task AttemptsAsync(OfficialSession session, int count)
    {
        while (session.Sandbox.Official.Deliveries.Single().Attempts.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), OfficialSession.Token);
        }
    }

    private static string Event(LoopbackSite.Hook hook) => JsonNode.Parse(hook.Body)!["event"]!.GetValue<string>();

    private static JsonNode Content(LoopbackSite.Hook hook) =>
        JsonNode.Parse(JsonNode.Parse(hook.Body)!["content"]!.GetValue<string>())!;

    private static bool IsSigned(LoopbackSite.Hook hook)
    {
        var parts = hook
            .Signature.Split(',')
            .Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => part[1]);
        var mark = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(DemoApps.AuditedSecret),
            Encoding.UTF8.GetBytes($"{parts["t"]}.{hook.Body}")
        );
        return Convert.ToHexStringLower(mark) == parts["s"];
    }
}
