using System.Text;
using System.Threading.Channels;
using Clipyard.Failures;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Posting;
using Clipyard.TikTokApi.Webhooks;

namespace Clipyard.TikTokApi.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Secret = "example-client-secret";
    private const string Body =
        """{"client_key":"awexampleclientkey","event":"authorization.removed","create_time":1615338610,"user_openid":"-000EXAMPLEopenid","content":"{\"reason\":1}"}""";
    private const string Hash = "d49de82c9a421de3047933e029ad2528d922f538463d6598c87a870997c2cb1a";
    private const string Header = $"t=1633174587,s={Hash}";

    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1633174587);

    [Theory]
    [InlineData(Header)]
    [InlineData($"s={Hash},t=1633174587")]
    [InlineData($" t=1633174587 , s={Hash} ,v=2")]
    public void The_known_vector_is_genuine(string header)
    {
        using var client = ClientAt(SignedAt);

        var read = client.Webhooks.Read(header, Encoding.UTF8.GetBytes(Body));

        read.Kind.ShouldBe(WebhookKind.AuthorizationRemoved);
        read.RemovalReason.ShouldBe(RemovalReason.Disconnected);
        read.OpenId.ShouldBe("-000EXAMPLEopenid");
        read.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1615338610));
        read.Content.ShouldBe("""{"reason":1}""");
        read.FailReason.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, WebhookVerdict.Missing)]
    [InlineData("", WebhookVerdict.Missing)]
    [InlineData("t=1633174587", WebhookVerdict.Missing)]
    [InlineData($"t=soon,s={Hash}", WebhookVerdict.Missing)]
    [InlineData($"t=-5,s={Hash}", WebhookVerdict.Missing)]
    [InlineData($"t=99999999999999999999,s={Hash}", WebhookVerdict.Missing)]
    [InlineData($"t=999999999999999,s={Hash}", WebhookVerdict.Missing)]
    [InlineData("t=1633174587,s=d49d", WebhookVerdict.Missing)]
    [InlineData(
        "t=1633174587,s=zz9de82c9a421de3047933e029ad2528d922f538463d6598c87a870997c2cb1a",
        WebhookVerdict.Missing
    )]
    [InlineData($"t=1633174588,s={Hash}", WebhookVerdict.Forged)]
    [InlineData($"t=01633174587,s={Hash}", WebhookVerdict.Forged)]
    [InlineData(
        "t=1633174587,s=049de82c9a421de3047933e029ad2528d922f538463d6598c87a870997c2cb1a",
        WebhookVerdict.Forged
    )]
    public void Anything_else_is_not(string? header, WebhookVerdict verdict)
    {
        using var client = ClientAt(SignedAt);

        client.Webhooks.Verify(header, Encoding.UTF8.GetBytes(Body)).ShouldBe(verdict);
        Should
            .Throw<ClipyardException>(() => client.Webhooks.Read(header, Encoding.UTF8.GetBytes(Body)))
            .Failure.ShouldBe(FailureCatalogue.Unauthenticated);
    }

    [Fact]
    public void A_single_changed_byte_is_noticed()
    {
        using var client = ClientAt(SignedAt);
        var body = Encoding.UTF8.GetBytes(Body);
        for (var place = 0; place < body.Length; place++)
        {
            body[place] ^= 1;
            client.Webhooks.Verify(Header, body).ShouldBe(WebhookVerdict.Forged);
            body[place] ^= 1;
        }

        client.Webhooks.Verify(Header, [.. body, (byte)'\n']).ShouldBe(WebhookVerdict.Forged);
    }

    [Theory]
    [InlineData(300, WebhookVerdict.Genuine)]
    [InlineData(301, WebhookVerdict.Stale)]
    [InlineData(-300, WebhookVerdict.Genuine)]
    [InlineData(-301, WebhookVerdict.Stale)]
    public void A_signature_ages(int seconds, WebhookVerdict verdict)
    {
        using var client = ClientAt(SignedAt.AddSeconds(seconds));

        client.Webhooks.Verify(Header, Encoding.UTF8.GetBytes(Body)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(
        "post.publish.failed",
        """{"publish_id":"v_pub_url~v2.1","reason":"video_pull_failed"}""",
        WebhookKind.PostFailed
    )]
    [InlineData(
        "post.publish.failed",
        """{"publish_id":"v_pub_url~v2.1","fail_reason":"video_pull_failed"}""",
        WebhookKind.PostFailed
    )]
    [InlineData(
        "post.publish.complete",
        """{"publish_id":"v_pub_url~v2.1","publish_type":"DIRECT_PUBLISH"}""",
        WebhookKind.PostComplete
    )]
    [InlineData("post.publish.inbox_delivered", """{"publish_id":"v_pub_url~v2.1"}""", WebhookKind.InboxDelivered)]
    [InlineData(
        "post.publish.publicly_available",
        """{"publish_id":"v_pub_url~v2.1","post_id":"7650000000000000001"}""",
        WebhookKind.PubliclyAvailable
    )]
    [InlineData(
        "post.publish.publicly_available",
        """{"publish_id":"v_pub_url~v2.1","post_id":7650000000000000001}""",
        WebhookKind.PubliclyAvailable
    )]
    [InlineData(
        "post.publish.no_longer_publicaly_available",
        """{"publish_id":"v_pub_url~v2.1","post_id":"7650000000000000001"}""",
        WebhookKind.NoLongerPubliclyAvailable
    )]
    [InlineData(
        "post.publish.no_longer_publicly_available",
        """{"publish_id":"v_pub_url~v2.1"}""",
        WebhookKind.NoLongerPubliclyAvailable
    )]
    [InlineData(
        "portability.download.ready",
        """{"publish_id":"v_pub_url~v2.1","request_id":1}""",
        WebhookKind.Unknown
    )]
    public void Events_are_read_in_all_their_spellings(string name, string content, WebhookKind kind)
    {
        var body = new System.Text.Json.Nodes.JsonObject
        {
            ["event"] = name,
            ["create_time"] = 1770210873,
            ["content"] = content,
        };

        var read = WebhookReader.Parse(Encoding.UTF8.GetBytes(body.ToJsonString()))!;

        read.Kind.ShouldBe(kind);
        read.PublishId.ShouldBe(new PublishId("v_pub_url~v2.1"));
        read.PostId.ShouldBe(content.Contains("post_id", StringComparison.Ordinal) ? "7650000000000000001" : null);
        read.Failure.ShouldBe(kind == WebhookKind.PostFailed ? FailureCatalogue.UrlUnreachable : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"event\":")]
    [InlineData("{\"event\":{}}")]
    public void What_holds_no_event_is_none(string body) =>
        WebhookReader.Parse(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [Theory]
    [InlineData("\"not json\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{\"publish_id\":\"x\"}")]
    public void An_event_whose_content_cannot_be_read_is_still_one(string content)
    {
        var read = WebhookReader.Parse(
            Encoding.UTF8.GetBytes($$"""{"event":"post.publish.complete","content":{{content}}}""")
        );

        read.ShouldNotBeNull().Kind.ShouldBe(WebhookKind.PostComplete);
        read.PublishId.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_sandbox_sends_is_genuine_and_tells_a_posts_story()
    {
        await using var session = await ApiSession.StartAsync();
        var received = Channel.CreateUnbounded<WebhookEvent>();
        await using var host = await MediaHost.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var signature = context.Request.Headers[WebhookSignature.HeaderName].ToString();
            received.Writer.TryWrite(session.Client.Webhooks.Read(signature, body.ToArray()));
        });
        var app = session.Sandbox.Official.Portal.FindApp(DemoApps.AuditedKey)!;
        session.Sandbox.Official.Portal.PutApp(app with { WebhookUrl = host["hooks"].AbsoluteUri });
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        using var video = new MemoryStream(clip);

        var ticket = await session.InitDraftAsync(clip.Length);
        await session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop);
        var delivered = await received.Reader.ReadAsync(ApiSession.Stop);
        var post = session.Sandbox.Official.Inbox.Post(ticket.PublishId.Value)!;
        List<WebhookEvent> events =
        [
            delivered,
            await received.Reader.ReadAsync(ApiSession.Stop),
            await received.Reader.ReadAsync(ApiSession.Stop),
        ];
        session.Sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, DemoApps.AuditedKey);
        var removed = await received.Reader.ReadAsync(ApiSession.Stop);

        events.ShouldAllBe(item => item.PublishId == ticket.PublishId && item.PublishType == "INBOX_SHARE");
        events
            .Select(item => item.Kind)
            .ShouldBe(
                [WebhookKind.InboxDelivered, WebhookKind.PostComplete, WebhookKind.PubliclyAvailable],
                ignoreOrder: true
            );
        events.Single(item => item.Kind == WebhookKind.PubliclyAvailable).PostId.ShouldBe(post.PostId);
        events.Select(item => item.DeduplicationKey).ShouldBeUnique();
        removed.RemovalReason.ShouldBe(RemovalReason.Disconnected);
    }

    private static TikTokApiClient ClientAt(DateTimeOffset now) =>
        new(
            new TikTokApiOptions { ClientKey = "awexampleclientkey", ClientSecret = Secret },
            timeProvider: new ManualClock(now)
        );
}
