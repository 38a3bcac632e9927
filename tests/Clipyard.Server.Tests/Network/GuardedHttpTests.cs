using System.Net;
using System.Net.Sockets;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Network;

namespace Clipyard.Server.Tests.Network;

public sealed class GuardedHttpTests
{
    private const string Public = "93.184.216.34";
    private const string Hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trusted_host_is_fetched_without_cookies_credentials_or_traces()
    {
        await using var peer = Peer.Saying(
            Hello.Replace("Connection", "Set-Cookie: a=b\r\nConnection", StringComparison.Ordinal)
        );
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        (await TextAsync(fetch, new Uri(peer.Address, "clip.mp4?sign=x"))).ShouldBe("hello");
        (await TextAsync(fetch, peer.Address)).ShouldBe("hello");

        peer.Requests[0].ShouldStartWith("GET /clip.mp4?sign=x HTTP/1.1\r\n");
        foreach (var request in peer.Requests)
        {
            request.ShouldNotContain("Cookie", Case.Insensitive);
            request.ShouldNotContain("Authorization", Case.Insensitive);
            request.ShouldNotContain("traceparent", Case.Insensitive);
            request.ShouldNotContain("gzip", Case.Insensitive);
        }
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Resolved), MemberType = typeof(HostileAddresses))]
    public async Task A_public_name_that_leads_inside_is_not_connected_to(string name, string address)
    {
        using var fetch = new GuardedFetch();
        fetch.Name("clips.example", [address]);

        var error = await RefusalAsync(fetch, new Uri("https://clips.example/"));

        error.Code.ShouldBe("url_not_allowed", name);
        error.Message.ShouldNotContain(address);
        fetch.Dialed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_names_addresses_only_the_public_ones_are_connected_to()
    {
        using var fetch = Unreachable();
        fetch.Name("clips.example", ["10.0.0.1", Public, "::1", "2606:4700:4700::1111"]);

        (await RefusalAsync(fetch, new Uri("https://clips.example/"))).Code.ShouldBe("url_unreachable");

        fetch.Dialed.ShouldBe([IPEndPoint.Parse($"{Public}:443"), IPEndPoint.Parse("[2606:4700:4700::1111]:443")]);
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_is_asked_once_and_gains_nothing()
    {
        using var fetch = Unreachable();
        fetch.Name("rebind.example", [Public], ["127.0.0.1"]);

        fetch.Http.Check("https://rebind.example/");
        (await RefusalAsync(fetch, new Uri("https://rebind.example/"))).Code.ShouldBe("url_unreachable");

        fetch.Asked.ShouldBe(["rebind.example"]);
        fetch.Dialed.ShouldBe([IPEndPoint.Parse($"{Public}:443")]);

        (await RefusalAsync(fetch, new Uri("https://rebind.example/"))).Code.ShouldBe("url_not_allowed");
        fetch.Dialed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it()
    {
        await using var peer = new TlsPeer();
        using var fetch = new GuardedFetch(dial: _ => peer.Connect());
        fetch.Name("clips.example", [Public]);

        var error = await RefusalAsync(fetch, new Uri("https://clips.example/"));

        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("certificate");
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.InHeaders), MemberType = typeof(HostileAddresses))]
    public async Task A_redirect_to_a_hostile_address_is_not_followed(string name, string address)
    {
        await using var peer = Peer.Redirecting(address);
        using var fetch = Unreachable(GuardedFetch.Trusting(peer.Address), peer.Port);
        fetch.Name("example.com", ["10.0.0.1"]);

        var error = await RefusalAsync(fetch, peer.Address);

        error.Code.ShouldBeOneOf("url_not_allowed", "url_unreachable");
        fetch.Dialed.ShouldAllBe(dialed => dialed.Port == peer.Port, name);
        peer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_is_resolved_and_checked_anew()
    {
        await using var peer = Peer.Redirecting("https://rebind.example/clip.mp4");
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));
        fetch.Name("rebind.example", ["127.0.0.1"]);

        (await RefusalAsync(fetch, peer.Address)).Code.ShouldBe("url_not_allowed");

        fetch.Asked.ShouldBe(["rebind.example"]);
        fetch.Dialed.ShouldHaveSingleItem().Port.ShouldBe(peer.Port);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_among_trusted_hosts_is_followed(int status)
    {
        await using var goal = Peer.Saying(Hello);
        await using var peer = Peer.Redirecting(new Uri(goal.Address, "clip.mp4").AbsoluteUri, status);
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address, goal.Address));

        (await TextAsync(fetch, peer.Address)).ShouldBe("hello");
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        await using var peer = Counting(redirects: 5);
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));
        (await TextAsync(fetch, peer.Address)).ShouldBe("hello");

        await using var longer = Counting(redirects: 20);
        using var lost = new GuardedFetch(GuardedFetch.Trusting(longer.Address));
        var error = await RefusalAsync(lost, longer.Address);

        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("redirects more than 5 times");
        longer.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    public async Task A_redirect_to_nothing_is_no_answer(string location)
    {
        await using var peer = Peer.Redirecting(location);
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        (await RefusalAsync(fetch, peer.Address)).Code.ShouldBe("url_unreachable");
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404")]
    [InlineData("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n", "401")]
    [InlineData("HTTP/1.1 304 Same\r\n\r\n", "304")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP")]
    [InlineData("", "HTTP")]
    public async Task What_is_no_success_is_named(string answer, string named)
    {
        await using var peer = Peer.Saying(answer);
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        var error = await RefusalAsync(fetch, new Uri(peer.Address, "clip.mp4?secret=1"));

        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain(named);
        error.Address.ShouldBe(new Uri(peer.Address, "clip.mp4").AbsoluteUri);
    }

    [Fact]
    public async Task Headers_without_end_are_not_read_to_the_end()
    {
        await using var peer = new Peer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
                while (true)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-More: {new string('a', 1_000)}\r\n"), token);
                }
            }
        );
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        (await RefusalAsync(fetch, peer.Address)).Message.ShouldContain("headers are too long");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var peer = new Peer(
            (_, _, token) =>
            {
                asked.SetResult();
                return Task.Delay(Timeout.Infinite, token);
            }
        );
        var clock = new ManualClock();
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address), time: clock);

        var answer = RefusalAsync(fetch, peer.Address);
        await asked.Task.WaitAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(30));

        (await answer).Message.ShouldContain("did not answer in time");
    }

    [Fact]
    public async Task A_body_that_stands_still_is_given_up()
    {
        await using var peer = Silent("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
        var clock = new ManualClock();
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address), time: clock);
        using var answer = await fetch.Http.GetAsync(peer.Address, Token);
        await using var body = await answer.Content.ReadAsStreamAsync(Token);
        await body.ReadExactlyAsync(new byte[5], Token);

        var rest = body.ReadAsync(new byte[5], Token).AsTask();
        clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Should.ThrowAsync<ClipyardException>(rest);
        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("Nothing came for 30 s");
    }

    [Fact]
    public async Task A_fetch_has_an_end_even_when_bytes_trickle()
    {
        await using var peer = Silent("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + new string('x', 500));
        var clock = new ManualClock();
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address), time: clock);
        using var answer = await fetch.Http.GetAsync(peer.Address, Token);
        await using var body = await answer.Content.ReadAsStreamAsync(Token);
        for (var minute = 0; minute < 119; minute++)
        {
            await body.ReadExactlyAsync(new byte[1], Token);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        clock.Advance(TimeSpan.FromMinutes(1));

        var error = await Should.ThrowAsync<ClipyardException>(() => body.ReadAsync(new byte[1], Token).AsTask());
        error.Message.ShouldContain("longer than 7200 s");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n")]
    public async Task A_body_without_end_stops_at_the_cap(string head)
    {
        await using var peer = new Peer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
                while (true)
                {
                    await stream.WriteAsync(new byte[100], token);
                }
            }
        );
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        var error = await Should.ThrowAsync<ClipyardException>(async () =>
        {
            using var answer = await fetch.Http.GetAsync(peer.Address, maxBytes: 1_000, Token);
            await answer.Content.CopyToAsync(Stream.Null, Token);
        });

        error.Code.ShouldBe("video_too_large");
        error.Message.ShouldContain("1000 bytes");
    }

    [Fact]
    public async Task Exactly_the_cap_is_not_too_much()
    {
        await using var peer = Peer.Saying(Hello);
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        using var answer = await fetch.Http.GetAsync(peer.Address, maxBytes: 5, Token);

        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("hello");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_named()
    {
        await using var peer = Peer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));

        var error = await Should.ThrowAsync<ClipyardException>(() => TextAsync(fetch, peer.Address));

        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("broke off");
    }

    [Fact]
    public async Task A_caller_that_goes_is_not_told_that_it_failed()
    {
        await using var peer = Silent("");
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address));
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var answer = fetch.Http.GetAsync(peer.Address, gone.Token);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    private static Peer Silent(string beginning) =>
        new(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
                await Task.Delay(Timeout.Infinite, token);
            }
        );

    private static Peer Counting(int redirects) =>
        new(
            (head, stream, token) =>
            {
                var hop = head.StartsWith("GET / ", StringComparison.Ordinal) ? 0 : int.Parse(head.AsSpan(5, 2));
                var answer =
                    hop == redirects
                        ? Hello
                        : $"HTTP/1.1 302 Found\r\nLocation: /{hop + 1:00}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                return stream.WriteAsync(Encoding.ASCII.GetBytes(answer), token).AsTask();
            }
        );

    /// <summary>Where nobody answers, but for one port on this machine.</summary>
    private static GuardedFetch Unreachable(NetworkOptions? options = null, int except = 0) =>
        new(
            options,
            dial: address =>
                address.Port == except
                    ? new NetworkStream(Connected(address), ownsSocket: true)
                    : throw new SocketException((int)SocketError.ConnectionRefused)
        );

    private static Socket Connected(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(address);
        return socket;
    }

    private static async Task<string> TextAsync(GuardedFetch fetch, Uri address)
    {
        using var answer = await fetch.Http.GetAsync(address, Token);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static Task<ClipyardException> RefusalAsync(GuardedFetch fetch, Uri address) =>
        Should.ThrowAsync<ClipyardException>(async () => (await fetch.Http.GetAsync(address, Token)).Dispose());
}
