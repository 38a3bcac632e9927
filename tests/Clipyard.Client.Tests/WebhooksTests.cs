using System.Net;
using Clipyard.Client.Keys;
using Clipyard.Client.Webhooks;

namespace Clipyard.Client.Tests;

public sealed class WebhooksTests(WebhooksFixture fixture) : IClassFixture<WebhooksFixture>
{
    private const string Hook =
        """{"id":"w-1","url":"https://hooks.example.com/","events":["post.failed"],"enabled":true}""";
    private const string Delivery =
        """{"id":"d-1","webhook_id":"w-1","message_id":"msg_1","type":"post.failed","state":"pending","attempts":1}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_address_is_not_shown_for_it_often_is_a_secret()
    {
        const string address = "https://hooks.example.com/services/T0/B0/secret";

        $"{new WebhookRequest { Url = address, Events = ["post.failed"] }}".ShouldBe("webhook (post.failed)");
        $"{new WebhookChange { Url = address, Enabled = false }}".ShouldBe("webhook, another address, off");
    }

    [Fact]
    public async Task A_webhook_lives_from_beginning_to_end()
    {
        using var client = fixture.Open();

        var offered = await client.Webhooks.GetEventsAsync(Token);
        var made = await client.Webhooks.CreateAsync(
            new WebhookRequest
            {
                Url = fixture.Receiver,
                Events = ["post.in_inbox", "post.failed"],
                Description = "The team",
            },
            Token
        );
        var off = await client.Webhooks.ChangeAsync(made.Id, new WebhookChange { Enabled = false }, Token);
        var refused = await Should.ThrowAsync<ServerException>(client.Webhooks.TestAsync(made.Id, Token));
        var on = await client.Webhooks.ChangeAsync(
            made.Id,
            new WebhookChange { Enabled = true, Events = ["post.failed"] },
            Token
        );
        var rotated = await client.Webhooks.RotateSecretAsync(made.Id, Token);
        var listed = await client
            .Webhooks.ListAsync(pageSize: 1, Token)
            .Where(hook => hook.Id == made.Id)
            .ToListAsync(Token);
        await client.Webhooks.RemoveAsync(made.Id, Token);
        var gone = await Should.ThrowAsync<ServerException>(client.Webhooks.GetAsync(made.Id, Token));

        offered.Select(one => one.Type).ShouldContain("post.in_inbox");
        made.Secret.ShouldNotBeNull().ShouldStartWith("whsec_");
        made.ToString().ShouldNotContain("whsec_");
        (made.Enabled, made.Description, made.Url).ShouldBe((true, "The team", fixture.Receiver));
        off.Enabled.ShouldBeFalse();
        off.DisabledReason.ShouldNotBeNull();
        refused.Code.ShouldBe("conflict");
        (on.Enabled, on.DisabledAt, on.Events.ShouldHaveSingleItem()).ShouldBe((true, null, "post.failed"));
        rotated.Secret.ShouldNotBe(made.Secret);
        rotated.OldUntil.ShouldNotBeNull();
        listed.ShouldHaveSingleItem().Secret.ShouldBeNull();
        gone.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task What_was_sent_is_listed_and_can_be_sent_again()
    {
        using var client = fixture.Open();
        var hook = await client.Webhooks.CreateAsync(
            new WebhookRequest { Url = fixture.Receiver, Events = ["post.failed"] },
            Token
        );

        var test = await client.Webhooks.TestAsync(hook.Id, Token);
        var tried = await TriedAsync(client, hook.Id, 1);
        var again = await client.Webhooks.ReplayAsync(hook.Id, tried.Id, Token);
        await TriedAsync(client, hook.Id, 2);
        var failed = await client
            .Webhooks.GetDeliveriesAsync(hook.Id, DeliveryState.Failed, 1, Token)
            .ToListAsync(Token);
        var replayed = await client.Webhooks.ReplayFailedAsync(hook.Id, DateTimeOffset.UnixEpoch, Token);

        (test.Type, test.WebhookId, test.State).ShouldBe(("webhook.test", hook.Id, DeliveryState.Pending));
        (tried.Id, tried.LastStatus).ShouldBe((test.Id, 405));
        tried.LastError.ShouldBe("It answered 405.");
        (again.Id, again.MessageId).ShouldBe((test.Id, test.MessageId));
        failed.ShouldBeEmpty();
        replayed.ShouldBe(0);
    }

    [Fact]
    public async Task Callbacks_have_a_secret_and_a_list_of_their_own()
    {
        using var client = fixture.Open();

        var secret = await client.Webhooks.Callbacks.GetSecretAsync(Token);
        var rotated = await client.Webhooks.Callbacks.RotateSecretAsync(Token);
        var calls = await client
            .Webhooks.Callbacks.ListAsync($"{Guid.NewGuid()}", cancellationToken: Token)
            .ToListAsync(Token);
        var missing = await Should.ThrowAsync<ServerException>(
            client.Webhooks.Callbacks.ReplayAsync($"{Guid.NewGuid()}", Token)
        );

        secret.Secret.ShouldNotBeNull().ShouldStartWith("whsec_");
        secret.ToString().ShouldNotContain("whsec_");
        rotated.Secret.ShouldNotBe(secret.Secret);
        calls.ShouldBeEmpty();
        missing.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_key_that_only_reads_sees_no_address_and_makes_nothing()
    {
        using var client = fixture.Open();
        var hook = await client.Webhooks.CreateAsync(
            new WebhookRequest { Url = fixture.Receiver, Events = ["post.failed"] },
            Token
        );
        var key = await client.Keys.CreateAsync(new ApiKeyRequest { Name = "reader", Scopes = ["read"] }, Token);
        using var reader = new ClipyardServerClient(fixture.Host.Server.Address, key.Key!);

        var seen = await reader.Webhooks.GetAsync(hook.Id, Token);
        var refused = await Should.ThrowAsync<ServerException>(reader.Webhooks.RotateSecretAsync(hook.Id, Token));

        seen.Url.ShouldEndWith("/…");
        refused.Code.ShouldBe("forbidden");
    }

    [Fact]
    public async Task What_makes_or_sends_something_is_asked_for_again_under_one_key_after_a_lost_answer()
    {
        var clock = new ManualClock();
        var answers = new Answers();
        foreach (
            var body in new[] { Hook, """{"secret":"whsec_1"}""", Delivery, Delivery, """{"replayed":2}""", Delivery }
        )
        {
            answers.Then(_ => throw new HttpRequestException("cut off")).Then(HttpStatusCode.OK, body);
        }

        using var client = answers.Open(clock);

        var making = client.Webhooks.CreateAsync(
            new WebhookRequest { Url = "https://hooks.example.com/", Events = ["post.failed"] },
            Token
        );
        clock.Advance(TimeSpan.FromSeconds(1));
        await making;
        var rotating = client.Webhooks.RotateSecretAsync("w-1", Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        await rotating;
        var testing = client.Webhooks.TestAsync("w-1", Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        await testing;
        var replaying = client.Webhooks.ReplayAsync("w-1", "d-1", Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        await replaying;
        var replayingAll = client.Webhooks.ReplayFailedAsync("w-1", DateTimeOffset.UnixEpoch, Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await replayingAll).ShouldBe(2);
        var callingAgain = client.Webhooks.Callbacks.ReplayAsync("d-1", Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        await callingAgain;

        answers
            .Asked.Chunk(2)
            .ShouldAllBe(pair =>
                pair[0].Path == pair[1].Path && pair[0].Headers["Idempotency-Key"] == pair[1].Headers["Idempotency-Key"]
            );
        answers.Asked.Select(asked => asked.Headers["Idempotency-Key"]).Distinct().Count().ShouldBe(6);
    }

    private static async Task<WebhookDelivery> TriedAsync(ClipyardServerClient client, string webhookId, int times)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var delivery = await client
                .Webhooks.GetDeliveriesAsync(webhookId, cancellationToken: limit.Token)
                .SingleAsync(limit.Token);
            if (delivery.Attempts >= times)
            {
                return delivery;
            }

            delivery.State.ShouldBe(DeliveryState.Pending, delivery.LastError);
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
