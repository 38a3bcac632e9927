using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Tests.Network;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class HostileReceiverTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redirect_is_not_followed_and_says_so()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.TemporaryRedirect, ("Location", "/secret-place"));

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        host.Receiver.Got.ShouldHaveSingleItem();
        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Pending);
        row.LastStatus.ShouldBe(307);
        row.LastError.ShouldBe("It redirects (307); redirects are not followed.");
    }

    [Fact]
    public async Task One_that_does_not_answer_is_given_15_seconds_and_keeps_nobody_else_waiting()
    {
        await using var host = await HookHost.StartAsync();
        await using var other = await Receiver.StartAsync();
        await host.Server.RestartAsync(setup =>
            setup with
            {
                Settings = ServerHost.With(setup, ("Network:TrustedOrigins:1", other.Origin)),
            }
        );
        var slow = await host.MakeIdAsync("account.connected");
        await host.MakeAsync("account.connected", other.Address);
        var gate = new TaskCompletionSource();
        using var asked = new SemaphoreSlim(0);
        host.Receiver.Answer = async context =>
        {
            asked.Release();
            await gate.Task.WaitAsync(context.RequestAborted);
        };
        await host.HappenAsync("account.connected");
        await host.FanOutAsync();
        var rows = await host.DeliveriesAsync();
        var delivering = host.DeliverAsync();
        await asked.WaitAsync(Stop);
        while ((await host.DeliveriesAsync()).Single(row => row.WebhookId != slow).State != DeliveryState.Delivered)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Stop);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(15));
        await delivering;

        rows.Count.ShouldBe(2);
        other.Got.ShouldHaveSingleItem();
        var row = (await host.DeliveriesAsync()).Single(row => row.WebhookId == slow);
        row.State.ShouldBe(DeliveryState.Pending);
        row.LastStatus.ShouldBeNull();
        row.LastError.ShouldNotBeNull().ShouldContain("did not answer within 15 s");
        row.DurationMs.ShouldBe(15_000);
        gate.SetResult();
    }

    [Fact]
    public async Task Of_an_answer_that_never_ends_only_the_beginning_is_read()
    {
        await using var host = await HookHost.StartOutsideAsync();
        await host.MakeAsync("account.connected");
        var cut = new TaskCompletionSource();
        host.Receiver.Answer = async context =>
        {
            context.Response.ContentType = "text/plain";
            context.RequestAborted.Register(cut.SetResult);
            var chunk = new byte[64 * 1024];
            chunk.AsSpan().Fill((byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        };

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Delivered);
        row.Response.ShouldBe(new string('x', 1_024));
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(60), Stop);
    }

    [Fact]
    public async Task What_is_no_text_of_an_answer_is_not_kept()
    {
        await using var host = await HookHost.StartOutsideAsync();
        await host.MakeAsync("account.connected");
        host.Receiver.Answer = context => context.Response.Body.WriteAsync(new byte[] { 0, 1, 255 }, Stop).AsTask();

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        (await host.DeliveryAsync()).Response.ShouldBeNull();
    }

    [Fact]
    public async Task One_that_hangs_up_is_asked_again()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        host.Receiver.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Pending);
        row.LastStatus.ShouldBeNull();
        row.LastError.ShouldNotBeNull().ShouldContain("connection failed");
    }

    [Fact]
    public async Task One_with_a_certificate_of_its_own_making_gets_nothing()
    {
        await using var peer = new TlsPeer();
        using var fetch = new GuardedFetch(dial: _ => peer.Connect());
        fetch.Name("clips.example", ["93.184.215.14"]);

        var error = await Should.ThrowAsync<Clipyard.Failures.ClipyardException>(() =>
            fetch.Http.PostAsync(Call("https://clips.example/secret-path"), Stop)
        );

        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("certificate is not valid");
        error.Address.ShouldBe("https://clips.example");
    }

    [Fact]
    public async Task A_status_that_is_known_counts_although_the_server_stops()
    {
        using var stopping = new CancellationTokenSource();
        var receiver = new Uri("http://10.0.0.7/");
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(receiver), dial: _ => new HeadThenSilence(stopping));

        var answer = await fetch.Http.PostAsync(Call(receiver.ToString()), stopping.Token);

        stopping.IsCancellationRequested.ShouldBeTrue();
        answer.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_never_connected_to()
    {
        using var fetch = new GuardedFetch();
        fetch.Name("inside.example", ["10.0.0.7"]);

        var error = await Should.ThrowAsync<Clipyard.Failures.ClipyardException>(() =>
            fetch.Http.PostAsync(Call("https://inside.example/x"), Stop)
        );

        error.Code.ShouldBe("url_not_allowed");
        fetch.Dialed.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_nobody_listens_at_is_asked_again()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.Receiver.DisposeAsync();

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Pending);
        row.LastError.ShouldNotBeNull().ShouldContain("connection failed");
    }

    private static Server.Network.OutgoingCall Call(string address) =>
        new(
            address,
            "{}"u8.ToArray(),
            new Dictionary<string, string>(StringComparer.Ordinal),
            TimeSpan.FromSeconds(15)
        );

    /// <summary>A connection on which the answer's head comes, and instead of its body the server's end.</summary>
    private sealed class HeadThenSilence(CancellationTokenSource stopping) : MemoryStream
    {
        private bool _isHeadRead;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (_isHeadRead)
            {
                await stopping.CancelAsync();
                throw new IOException("The connection was closed meanwhile.");
            }

            _isHeadRead = true;
            var head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"u8;
            head.CopyTo(buffer.Span);
            return head.Length;
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => ValueTask.CompletedTask;
    }
}
