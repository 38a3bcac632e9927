using System.Net;
using System.Net.Http.Headers;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>The rules that hold where TikTok fetches a file itself (E1, E2 and E7).</summary>
public sealed class PullTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task E1_the_tail_of_a_pull_waits_for_the_id()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await host.OpenPullAsync(video, publishId: null);

        using var response = await PullAsync(host, token, HttpMethod.Get, range: null);
        await using var body = await response.Content.ReadAsStreamAsync(Stop);
        var head = new byte[video.Bytes.Length - 65_536];
        await body.ReadExactlyAsync(head, Stop);
        var tail = ReadAllAsync(body);
        var isHeld = !tail.IsCompleted;
        await host.ChangeAttemptAsync(attempt => attempt.PublishId = "v_inbox_url~v2.1");
        await host.Clock.RunAsync(tail, TimeSpan.FromSeconds(1));

        response.Content.Headers.ContentLength.ShouldBe(video.Bytes.Length);
        isHeld.ShouldBeTrue();
        head.Concat(await tail).ShouldBe(video.Bytes);
        (await host.AttemptAsync()).State.ShouldBe(AttemptState.Committed);
    }

    [Fact]
    public async Task E2_a_pull_is_committed_before_its_last_64_KiB_and_not_before()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await host.OpenPullAsync(video, "v_inbox_url~v2.2");

        await GetPartAsync(host, token, 0, video.Bytes.Length - 65_537);
        var before = await host.AttemptAsync();
        var last = await GetPartAsync(host, token, video.Bytes.Length - 1, video.Bytes.Length - 1);

        before.State.ShouldBe(AttemptState.Open);
        last.ShouldBe([video.Bytes[^1]]);
        (await host.AttemptAsync()).State.ShouldBe(AttemptState.Committed);
    }

    [Fact]
    public async Task E7_a_pull_address_answers_GET_HEAD_and_Range_any_number_of_times_while_its_attempt_lives()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await host.OpenPullAsync(video, "v_inbox_url~v2.3");

        using var head = await PullAsync(host, token, HttpMethod.Head, range: null);
        var afterHead = (await host.AttemptAsync()).State;
        var first = await GetPartAsync(host, token, 0, video.Bytes.Length - 1);
        var second = await GetPartAsync(host, token, 0, video.Bytes.Length - 1);
        using var beyond = await PullAsync(host, token, HttpMethod.Get, new RangeHeaderValue(video.Bytes.Length, null));

        head.Content.Headers.ContentLength.ShouldBe(video.Bytes.Length);
        head.Headers.CacheControl!.NoStore.ShouldBeTrue();
        afterHead.ShouldBe(AttemptState.Open);
        first.ShouldBe(video.Bytes);
        second.ShouldBe(video.Bytes);
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task E7_the_address_of_an_abandoned_attempt_is_gone()
    {
        await using var host = await PublishingHost.StartAsync();
        var token = await host.OpenPullAsync(host.NewVideo(), "v_inbox_url~v2.4");
        await host.ChangeAttemptAsync(attempt => attempt.State = AttemptState.Abandoned);

        using var gone = await PullAsync(host, token, HttpMethod.Get, range: null);

        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private static async Task<byte[]> GetPartAsync(PublishingHost host, string token, long from, long to)
    {
        using var response = await PullAsync(host, token, HttpMethod.Get, new RangeHeaderValue(from, to));
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    private static async Task<HttpResponseMessage> PullAsync(
        PublishingHost host,
        string token,
        HttpMethod method,
        RangeHeaderValue? range
    )
    {
        using var request = new HttpRequestMessage(method, $"/pull/{token}/0.mp4");
        request.Headers.Range = range;
        return await host.Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private static async Task<byte[]> ReadAllAsync(Stream body)
    {
        var rest = new MemoryStream();
        await body.CopyToAsync(rest, Stop);
        return rest.ToArray();
    }
}
