using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class UploadTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Fact]
    public async Task A_small_file_goes_up_whole_and_becomes_a_draft()
    {
        await using var session = await ApiSession.StartAsync();
        using var file = new TemporaryFile(".mp4", Clip);
        var steps = new List<UploadProgress>();

        var ticket = await session.InitDraftAsync(Clip.Length);
        var result = await session.Client.Uploads.SendAsync(
            ticket,
            new FileUploadSource(file.Path),
            new UploadOptions { Progress = new Steps(steps) },
            ApiSession.Stop
        );

        result.ShouldBe(new UploadResult(Clip.Length, IsComplete: true));
        steps[^1].ShouldBe(new UploadProgress(Clip.Length, Clip.Length));
        (await session.StatusAsync(ticket)).Stage.ShouldBe(PublishStage.SentToInbox);
        session
            .Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden)
            .ShouldHaveSingleItem()
            .Sha256.ShouldBe([Convert.ToHexStringLower(SHA256.HashData(Clip))]);
        session.Requests(SandboxEndpoint.Upload).ShouldHaveSingleItem().Header("Authorization").ShouldBeNull();
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_video_goes_up_in_chunks_and_is_posted()
    {
        const long size = 70_000_000;
        await using var session = await ApiSession.StartAsync();
        using var video = SandboxClips.OpenPadded(size);
        var post = new VideoPost { PrivacyLevel = PrivacyLevel.PublicToEveryone, Caption = "Tide #sea" };

        var ticket = await session.Client.Posting.InitDirectUploadAsync(
            session.Token,
            post,
            ChunkPlan.For(size),
            ApiSession.Stop
        );
        await session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop);
        var status = await session.StatusAsync(ticket);

        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(7);
        status.Stage.ShouldBe(PublishStage.Published);
        var made = session.Sandbox.Official.Published.ShouldHaveSingleItem();
        status.PostIds.ShouldBe([made.PostId]);
        made.Wish.Title.ShouldBe("Tide #sea");
        made.Wish.DisableComment.ShouldBe(true);
        made.Bytes.ShouldBe(size);
        video.Position = 0;
        made.Sha256.ShouldBe([Convert.ToHexStringLower(await SHA256.HashDataAsync(video, ApiSession.Stop))]);
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".mov", "video/quicktime")]
    [InlineData(".webm", "video/webm")]
    [InlineData(".bin", "video/mp4")]
    public async Task A_file_is_announced_as_what_its_name_says(string extension, string type)
    {
        await using var session = await ApiSession.StartAsync();
        using var file = new TemporaryFile(extension, Clip);

        var ticket = await session.InitDraftAsync(Clip.Length);
        await session.Client.Uploads.SendAsync(ticket, new FileUploadSource(file.Path), null, ApiSession.Stop);

        session.Requests(SandboxEndpoint.Upload).ShouldHaveSingleItem().Header("Content-Type").ShouldBe(type);
    }

    [Fact]
    public async Task The_caller_is_asked_before_the_final_chunk_and_only_then()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var held = new List<long>();

        await session.Client.Uploads.SendAsync(
            upload.Ticket,
            upload.Source,
            new UploadOptions
            {
                BeforeFinalChunk = _ =>
                {
                    held.Add(session.Sandbox.Official.Tasks.Single().Received);
                    return Task.CompletedTask;
                },
            },
            ApiSession.Stop
        );

        held.ShouldBe([10_000_000]);
    }

    [Fact]
    public async Task Of_a_single_chunk_no_byte_is_sent_before_the_caller_agrees()
    {
        await using var session = await ApiSession.StartAsync();
        using var video = new MemoryStream(Clip);
        var ticket = await session.InitDraftAsync(Clip.Length);

        var sending = session.Client.Uploads.SendAsync(
            ticket,
            new StreamUploadSource(video),
            new UploadOptions { BeforeFinalChunk = _ => throw new InvalidOperationException("Not committed.") },
            ApiSession.Stop
        );

        await Should.ThrowAsync<InvalidOperationException>(sending);
        session.Requests(SandboxEndpoint.Upload).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_the_caller_stopped_before_the_end_goes_on_where_it_was()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var refusing = new UploadOptions { BeforeFinalChunk = _ => throw new InvalidOperationException("Not yet.") };
        await Should.ThrowAsync<InvalidOperationException>(
            session.Client.Uploads.SendAsync(upload.Ticket, upload.Source, refusing, ApiSession.Stop)
        );

        var status = await session.StatusAsync(upload.Ticket);
        var result = await session.Client.Uploads.SendAsync(
            upload.Ticket,
            upload.Source,
            new UploadOptions { UploadedBytes = status.UploadedBytes ?? 0 },
            ApiSession.Stop
        );

        status.UploadedBytes.ShouldBe(10_000_000);
        result.IsComplete.ShouldBeTrue();
        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(3);
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task An_upload_pauses_between_chunks_when_asked()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var options = new UploadOptions { PauseWhen = progress => progress.SentBytes >= 5_000_000 };

        var first = await session.Client.Uploads.SendAsync(upload.Ticket, upload.Source, options, ApiSession.Stop);
        var second = await session.Client.Uploads.SendAsync(
            upload.Ticket,
            upload.Source,
            options with
            {
                UploadedBytes = first.UploadedBytes,
            },
            ApiSession.Stop
        );
        var third = await session.Client.Uploads.SendAsync(
            upload.Ticket,
            upload.Source,
            options with
            {
                UploadedBytes = second.UploadedBytes,
            },
            ApiSession.Stop
        );

        first.ShouldBe(new UploadResult(5_000_000, IsComplete: false));
        second.ShouldBe(new UploadResult(10_000_000, IsComplete: false));
        third.ShouldBe(new UploadResult(ThreeChunks.Size, IsComplete: true));
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_cancelled_upload_can_go_on()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ApiSession.Stop);
        var options = new UploadOptions { Progress = new Trigger(7_000_000, stop.Cancel) };

        await Should.ThrowAsync<OperationCanceledException>(
            session.Client.Uploads.SendAsync(upload.Ticket, upload.Source, options, stop.Token)
        );
        await session.Client.Uploads.SendAsync(
            upload.Ticket,
            upload.Source,
            new UploadOptions { UploadedBytes = 5_000_000 },
            ApiSession.Stop
        );

        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task An_address_that_is_none_of_TikToks_is_sent_nothing()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        Uri[] foreign =
        [
            new("https://tiktokapis.com.evil.example/upload"),
            new("https://eviltiktokapis.com/upload"),
            new("http://open-upload.tiktokapis.com/upload"),
            new("https://open-upload.tiktokapis.com:444/upload"),
            new("https://me@open-upload.tiktokapis.com/upload"),
            new("/upload", UriKind.Relative),
        ];

        foreach (var address in foreign)
        {
            var error = await Should.ThrowAsync<ClipyardException>(
                session.Client.Uploads.SendAsync(
                    upload.Ticket with
                    {
                        Address = address,
                    },
                    upload.Source,
                    null,
                    ApiSession.Stop
                )
            );
            error.Failure.ShouldBe(FailureCatalogue.ForeignUrl);
        }

        session.Requests(SandboxEndpoint.Upload).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_video_of_another_length_than_announced_is_not_sent()
    {
        await using var session = await ApiSession.StartAsync();
        var ticket = await session.InitDraftAsync(Clip.Length + 1);
        using var video = new MemoryStream(Clip);

        var error = await Should.ThrowAsync<ClipyardException>(
            session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.InvalidParameter);
        session.Requests(SandboxEndpoint.Upload).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ticket_does_not_print_its_address()
    {
        await using var session = await ApiSession.StartAsync();

        var ticket = await session.InitDraftAsync(Clip.Length);

        ticket.Address.Query.ShouldContain("upload_token=");
        ticket.ToString().ShouldNotContain("upload_token");
        ticket.ToString().ShouldContain(ticket.PublishId.Value);
    }

    private sealed class Steps(List<UploadProgress> steps) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => steps.Add(value);
    }

    private sealed class Trigger(long bytes, Action pull) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value)
        {
            if (value.SentBytes >= bytes)
            {
                pull();
            }
        }
    }
}
