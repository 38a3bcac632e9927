using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Uploads;
using Clipyard.Server.Uploads;
using Clipyard.Testing.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class UploadPostTests
{
    private const string Route = "/api/tiktok/upload";

    private static readonly byte[] Video = new Mp4Maker { After = Bytes.Box("free", new byte[100_000]) }.Build();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_becomes_a_draft_wherever_the_other_parts_stand(bool fileFirst)
    {
        await using var host = await PostHost.StartAsync();
        using var form = new MultipartFormDataContent();
        if (fileFirst)
        {
            AddFile(form);
        }

        form.Add(new StringContent("A title"), "title");
        form.Add(new StringContent("Below"), "description");
        form.Add(new StringContent("false"), "disable_comment");
        if (!fileFirst)
        {
            AddFile(form);
        }

        var answer = await SendAsync(host, form, ("Prefer", "respond-async"));

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["message"].GetString().ShouldBe("Received; sending to TikTok.");
        answer["caption"].GetString().ShouldBe("A title\n\nBelow");
        answer["settings.disable_comment"].GetBoolean().ShouldBeFalse();
        answer["status_url"].GetString().ShouldBe(answer.Headers["Location"]);
        var upload = (await host.UploadsAsync()).ShouldHaveSingleItem();
        upload.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Video)));
        upload.FileName.ShouldBe("my clip.mp4");
        (await host.RowAsync(answer["post_id"].GetGuid())).Source.UploadId.ShouldBe(upload.Id);
    }

    [Fact]
    public async Task It_waits_for_the_draft_and_says_that_it_is_there()
    {
        await using var host = await PostHost.StartAsync();
        using var form = FormOf();

        var answering = SendAsync(host, form);
        var id = await host.OnlyPostAsync();
        await host.PrepareAsync(id);
        await host.MoveAsync(id, PostState.Initialising, PostState.Uploading, PostState.InInbox);
        var answer = await answering;

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["state"].GetString().ShouldBe("in_inbox");
        answer["status"].GetString().ShouldBe("SEND_TO_USER_INBOX");
        answer["message"].GetString().ShouldBe("Sent to your TikTok inbox: open TikTok to review and post it.");
    }

    [Fact]
    public async Task After_half_a_minute_it_answers_that_it_goes_on()
    {
        await using var host = await PostHost.StartAsync();
        using var form = FormOf();

        var answering = SendAsync(host, form);
        await host.OnlyPostAsync();
        while (!answering.IsCompleted)
        {
            await host.WaiterAsync(answering);
            host.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        (await answering).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_post_that_fails_meanwhile_is_the_requests_failure()
    {
        await using var host = await PostHost.StartAsync();
        using var form = FormOf();

        var answering = SendAsync(host, form);
        await host.FailAsync(await host.OnlyPostAsync(), "video_too_long");
        var answer = await answering;

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Code.ShouldBe("video_too_long");
        answer["success"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_an_account_the_file_is_not_taken()
    {
        await using var host = await PostHost.StartAsync(withAccount: false);
        using var form = FormOf();

        (await SendAsync(host, form)).Code.ShouldBe("not_connected");
        (await host.UploadsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_video_is_refused_and_so_are_forms_that_say_nonsense()
    {
        await using var host = await PostHost.StartAsync();
        using var text = new MultipartFormDataContent { { new StringContent("plain"), "video", "a.mp4" } };
        using var nothing = new MultipartFormDataContent { { new StringContent("A title"), "title" } };
        using var twice = FormOf();
        AddFile(twice);
        using var wrong = FormOf();
        wrong.Add(new StringContent("maybe"), "disable_duet");
        using var other = FormOf();
        other.Add(new ByteArrayContent(Video), "thumbnail", "t.jpg");

        (await SendAsync(host, text)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await SendAsync(host, nothing))["detail"].GetString()!.ShouldContain("video");
        (await SendAsync(host, twice))["detail"].GetString()!.ShouldContain("twice");
        (await SendAsync(host, wrong))["detail"].GetString()!.ShouldContain("disable_duet");
        (await SendAsync(host, other))["detail"].GetString()!.ShouldContain("thumbnail");
        (await host.UploadsAsync()).ShouldBeEmpty();
        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no boundary anywhere")]
    [InlineData("--b\r\n\r\nno name\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"video\"; filename=\"a.mp4\"\r\n\r\n0000ftyp and no end")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nno end")]
    public async Task A_form_that_breaks_off_or_is_none_is_refused(string body)
    {
        await using var host = await PostHost.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        var answer = await SendAsync(host, content);

        answer.Code.ShouldBe("invalid_parameter", answer.Text);
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_without_a_boundary_and_a_body_of_another_type_are_refused()
    {
        await using var host = await PostHost.StartAsync();
        using var bare = new StringContent("x");
        bare.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");

        (await SendAsync(host, bare)).Code.ShouldBe("invalid_parameter");
        (await SendAsync(host, json)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_same_key_again_is_answered_with_the_first_post_and_takes_no_second_file()
    {
        await using var host = await PostHost.StartAsync();
        using var form = FormOf();
        using var again = FormOf();

        var first = await SendAsync(host, form, ("Idempotency-Key", "u-1"), ("Prefer", "respond-async"));
        var second = await SendAsync(host, again, ("Idempotency-Key", "u-1"), ("Prefer", "respond-async"));

        second["post_id"].GetGuid().ShouldBe(first["post_id"].GetGuid());
        (await host.UploadsAsync()).Count.ShouldBe(1);
        (await host.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_larger_than_a_request_may_be_is_taken_and_one_over_the_cap_is_not()
    {
        await using var host = await PostHost.StartAsync();
        using var large = new MultipartFormDataContent();
        var bytes = new Mp4Maker { After = Bytes.Box("free", new byte[3 << 20]) }.Build();
        large.Add(new ByteArrayContent(bytes), "video", "a.mp4");
        using var announced = new LongForm(4_400_000_000);

        (await SendAsync(host, large, ("Prefer", "respond-async"))).Status.ShouldBe(HttpStatusCode.Accepted);
        var refused = await SendAsync(host, announced, ("Expect", "100-continue"));

        refused.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Code.ShouldBe("video_too_large");
    }

    [Fact]
    public async Task A_file_that_is_gone_when_its_form_is_refused_does_not_hide_why()
    {
        await using var host = await PostHost.StartAsync();
        using var form = HeldForm("disable_duet", "maybe");

        var answering = SendAsync(host, form);
        await CompleteUploadAsync(host, answering);
        await host.InScopeAsync(services =>
            services.GetRequiredService<ClipyardDb>().Set<Upload>().ExecuteDeleteAsync(Stop)
        );
        form.GoOn();

        (await answering)["detail"].GetString()!.ShouldContain("disable_duet");
    }

    [Fact]
    public async Task A_file_is_forgotten_whatever_becomes_of_its_request()
    {
        await using var host = await PostHost.StartAsync();
        using var form = HeldForm("title", "A title");

        var answering = SendAsync(host, form, ("Idempotency-Key", "u-1"));
        await CompleteUploadAsync(host, answering);
        await host.InScopeAsync(services => KeepAsOtherServerDoesAsync(services, "u-1"));
        form.GoOn();

        ((int)(await answering).Status).ShouldBeGreaterThanOrEqualTo(400);
        (await host.UploadsAsync()).ShouldBeEmpty();
        (await host.CountAsync()).ShouldBe(0);
    }

    // The file and the beginning of a field, then nothing until the test says so.
    private static HeldBody HeldForm(string field, string value)
    {
        var file = "--b\r\nContent-Disposition: form-data; name=\"video\"; filename=\"a.mp4\"\r\n\r\n";
        var next = $"\r\n--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n";
        var form = new HeldBody(
            [.. Encoding.UTF8.GetBytes(file), .. Video, .. Encoding.UTF8.GetBytes(next)],
            Encoding.UTF8.GetBytes($"{value}\r\n--b--\r\n")
        );
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return form;
    }

    private static async Task CompleteUploadAsync(PostHost host, Task answering)
    {
        while (!answering.IsCompleted && !(await host.UploadsAsync()).Exists(upload => upload.IsComplete))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Stop);
        }
    }

    private static Task KeepAsOtherServerDoesAsync(IServiceProvider services, string key)
    {
        var db = services.GetRequiredService<ClipyardDb>();
        db.IdempotencyRecords.Add(
            new IdempotencyRecord
            {
                OwnerId = db.Scope.Owner.Id,
                Route = $"POST {Route}",
                Key = key,
                RequestHash = "another",
                ResourceId = Guid.NewGuid().ToString(),
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        return db.SaveChangesAsync(Stop);
    }

    private static MultipartFormDataContent FormOf()
    {
        var form = new MultipartFormDataContent();
        AddFile(form);
        return form;
    }

    private static void AddFile(MultipartFormDataContent form) =>
        form.Add(new ByteArrayContent(Video), "video", "my clip.mp4");

    private static async Task<JsonAnswer> SendAsync(
        PostHost host,
        HttpContent content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await host.Server.Client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    // Says how long it is; whoever waits for the go-ahead is refused before a byte of it.
    private sealed class LongForm : HttpContent
    {
        private readonly long _length;

        public LongForm(long length)
        {
            _length = length;
            Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("Nobody asked for the body.");

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
