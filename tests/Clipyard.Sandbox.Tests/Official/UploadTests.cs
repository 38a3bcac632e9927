using System.Net;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class UploadTests
{
    private const int Size = 11_000_000;
    private static readonly byte[] Big = new byte[Size];

    [Theory]
    [InlineData("bytes 0-4999999/11000000", 5_000_000, "text/plain")]
    [InlineData("bytes=0-4999999/11000000", 5_000_000, "video/mp4")]
    [InlineData("0-4999999/11000000", 5_000_000, "video/mp4")]
    [InlineData("bytes 0-4999999/*", 5_000_000, "video/mp4")]
    [InlineData("bytes 0-4999999/12000000", 5_000_000, "video/mp4")]
    [InlineData("bytes 0-4999998/11000000", 5_000_000, "video/mp4")]
    [InlineData("bytes 0-3999999/11000000", 4_000_000, "video/mp4")]
    [InlineData("bytes 0-10999999/11000000", 11_000_000, "video/mp4")]
    [InlineData("", 5_000_000, "video/mp4")]
    public async Task A_chunk_that_does_not_follow_the_rules_is_400_and_changes_nothing(
        string range,
        int length,
        string type
    )
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (id, url) = await InitAsync(session);

        var refused = await session.ChunkAsync(url, Big.AsMemory(0, length), range, type);
        var taken = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        taken.Status.ShouldBe(HttpStatusCode.PartialContent);
        (await session.StatusAsync(id))["uploaded_bytes"]!.GetValue<long>().ShouldBe(5_000_000);
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Endpoint.ShouldBe(SandboxEndpoint.Upload);
    }

    [Fact]
    public async Task A_gap_is_416_with_the_progress_and_what_it_names_is_a_switch()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (_, url) = await InitAsync(session);
        await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        var gap = await session.ChunkAsync(url, Big.AsMemory(0, 1_000_000), "bytes 10000000-10999999/11000000");
        session.Sandbox.Official.Settings = new OfficialSettings { RangeNamesLastByte = true };
        var again = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        gap.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        gap.ContentRange.ShouldBe("bytes 0-5000000/11000000");
        again.ContentRange.ShouldBe("bytes 0-4999999/11000000");
    }

    [Fact]
    public async Task An_address_lives_one_hour()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (_, url) = await InitAsync(session);
        await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        session.Clock.Advance(TimeSpan.FromHours(1));
        var late = await session.ChunkAsync(url, Big.AsMemory(0, 6_000_000), "bytes 5000000-10999999/11000000");

        late.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_upload_and_another_method_are_404()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (_, url) = await InitAsync(session);

        var wrongToken = await session.ChunkAsync(url[..^1] + "?", Big.AsMemory(0, 9), "bytes 0-8/9");
        var post = await session.SendAsync(
            HttpMethod.Post,
            url.Replace("https", "http"),
            new ByteArrayContent([1]),
            null
        );

        wrongToken.Status.ShouldBe(HttpStatusCode.NotFound);
        post.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_outlives_its_access_token_and_needs_none()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { AccessTokenLife = TimeSpan.FromMinutes(1) };
        session.Connect(DemoWorld.SunnyGarden);
        var (_, url) = await InitAsync(session);
        session.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        answer.Status.ShouldBe(HttpStatusCode.PartialContent);
    }

    [Fact]
    public async Task A_chunk_that_breaks_off_leaves_no_trace()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        var init = await session.InitAsync(OfficialSession.DraftInit, clip.Length);
        var id = init.Data("publish_id");
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.CutUpload,
                Endpoint = SandboxEndpoint.Upload,
                Bytes = 40_000,
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => PutAllAsync(session, init.Data("upload_url"), clip));
        var between = await session.StatusAsync(id);
        var taken = await PutAllAsync(session, init.Data("upload_url"), clip);

        between["uploaded_bytes"]!.GetValue<long>().ShouldBe(0);
        taken.Status.ShouldBe(HttpStatusCode.Created);
        (await session.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("SEND_TO_USER_INBOX");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(416)]
    public async Task A_fault_can_answer_for_the_upload_host_without_taking_the_chunk(int status)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (id, url) = await InitAsync(session);
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.Upload,
                Status = status,
            }
        );

        var struck = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        ((int)struck.Status).ShouldBe(status);
        struck.ContentRange.ShouldBe(status == 416 ? "bytes 0-0/11000000" : null);
        (await session.StatusAsync(id))["uploaded_bytes"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task A_chunk_can_be_taken_and_answered_with_an_error_all_the_same()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (id, url) = await InitAsync(session);
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.StatusAfter,
                Endpoint = SandboxEndpoint.Upload,
                Status = 502,
            }
        );

        var struck = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");
        var again = await session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000");

        struck.Status.ShouldBe(HttpStatusCode.BadGateway);
        again.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await session.StatusAsync(id))["uploaded_bytes"]!.GetValue<long>().ShouldBe(5_000_000);
    }

    [Fact]
    public async Task Of_the_same_chunk_sent_twice_at_once_one_is_taken()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var (id, url) = await InitAsync(session);

        var answers = await Task.WhenAll(
            session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000"),
            session.ChunkAsync(url, Big.AsMemory(0, 5_000_000), "bytes 0-4999999/11000000")
        );

        answers
            .Select(answer => answer.Status)
            .ShouldBe([HttpStatusCode.PartialContent, HttpStatusCode.RequestedRangeNotSatisfiable], ignoreOrder: true);
        (await session.StatusAsync(id))["uploaded_bytes"]!.GetValue<long>().ShouldBe(5_000_000);
    }

    [Fact]
    public async Task Received_bytes_are_deleted_with_the_sandbox()
    {
        string folder;
        await using (var session = await OfficialSession.ConnectedAsync())
        {
            var id = await session.UploadAsync(OfficialSession.DraftInit, SandboxClips.Bytes(SandboxClips.Plain));
            folder = Path.GetDirectoryName(session.Sandbox.Official.Inbox.File(id, 0)!.Path)!;
            Directory.Exists(folder).ShouldBeTrue();
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static Task<OfficialSession.Answer> PutAllAsync(OfficialSession session, string url, byte[] clip) =>
        session.ChunkAsync(url, clip, $"bytes 0-{clip.Length - 1}/{clip.Length}");

    private static async Task<(string Id, string Url)> InitAsync(OfficialSession session)
    {
        var init = await session.InitAsync(OfficialSession.DraftInit, Size, chunk: 5_000_000, count: 2);
        return (init.Data("publish_id"), init.Data("upload_url"));
    }
}
