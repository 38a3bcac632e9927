using System.Security.Cryptography;
using Clipyard.Client.Jobs;
using Clipyard.Client.Students;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Client.Tests;

public sealed class StudentsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_is_linked_downloaded_listed_fetched_and_erased()
    {
        using var client = fixture.Open();
        var events = new EventList();

        (await client.Students.LinkAsync("whole-way", "@harbor_lights", Token)).Username.ShouldBe("harbor_lights");
        (await client.Students.GetUsernameAsync("whole-way", Token)).Username.ShouldBe("harbor_lights");
        var download = await client.Students.DownloadAsync(
            "whole-way",
            new StudentDownloadRequest { MaxVideos = 3 },
            events,
            Token
        );

        download.Videos.Count.ShouldBe(3);
        download.Videos.ShouldAllBe(video => video.AlreadyStored == false);
        download.Failed.ShouldBeEmpty();
        events.Types.ShouldContain("job.queued");
        events.Types.Count(type => type == "job.item").ShouldBe(3);
        events.Types[^1].ShouldBe("job.completed");

        var listed = await client
            .Students.GetVideosAsync("whole-way", pageSize: 2, cancellationToken: Token)
            .ToListAsync(Token);
        listed.Select(video => video.VideoId).ShouldBe(download.Videos.Select(video => video.VideoId));
        var info = await client.Students.GetInfoAsync("whole-way", Token);
        info.StoredVideos.ShouldBe(3);
        info.Profile!.Nickname.ShouldNotBeNullOrEmpty();

        await using (var bytes = await client.Media.OpenAsync(listed[0].LocalPath, Token))
        {
            Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, Token)).ShouldBe(listed[0].Sha256);
        }

        (await client.Students.RemoveVideoAsync("whole-way", listed[0].VideoId, Token)).DeletedVideos.ShouldBe(1);
        (await client.Students.RemoveAsync("whole-way", Token)).DeletedVideos.ShouldBe(2);
        var gone = await Should.ThrowAsync<ServerException>(client.Students.GetUsernameAsync("whole-way", Token));
        gone.Code.ShouldBe("student_not_linked");
    }

    [Fact]
    public async Task What_is_kept_already_comes_back_as_kept()
    {
        using var client = fixture.Open();
        await client.Students.LinkAsync("twice", DemoWorld.SunnyGarden, Token);
        var request = new StudentDownloadRequest { MaxVideos = 1 };

        await client.Students.DownloadAsync("twice", request, cancellationToken: Token);
        var again = await client.Students.DownloadAsync("twice", request, cancellationToken: Token);

        again.Videos.ShouldHaveSingleItem().AlreadyStored.ShouldBe(true);
    }

    [Fact]
    public async Task A_student_who_is_not_linked_is_named_so_with_the_request_to_look_up()
    {
        using var client = fixture.Open();

        var error = await Should.ThrowAsync<ServerException>(
            client.Students.DownloadAsync("nobody", cancellationToken: Token)
        );

        error.Code.ShouldBe("student_not_linked");
        error.ServerCode.ShouldBe("student_not_linked");
        error.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        error.RequestId.ShouldNotBeNullOrEmpty();
        error.Remedies[0].ShouldContain("PUT");
        error.Operation.ShouldBe("download student");
    }

    [Fact]
    public async Task A_value_out_of_range_names_its_parameter()
    {
        using var client = fixture.Open();
        await client.Students.LinkAsync("greedy", DemoWorld.PaperBoats, Token);

        var error = await Should.ThrowAsync<ServerException>(
            client.Students.DownloadAsync(
                "greedy",
                new StudentDownloadRequest { MaxVideos = 501 },
                cancellationToken: Token
            )
        );

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain("max_videos");
    }

    [Fact]
    public async Task Students_are_listed_over_several_pages()
    {
        using var client = fixture.Open();
        string[] names = [DemoWorld.QuietAttic, DemoWorld.EmptyShelf, DemoWorld.NumericName];
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            await client.Students.LinkAsync($"paged-{i}", name, Token);
        }

        var students = await client.Students.ListAsync(pageSize: 1, Token).ToListAsync(Token);

        students
            .Select(student => student.StudentId)
            .Where(id => id.StartsWith("paged-", StringComparison.Ordinal))
            .ShouldBe(["paged-0", "paged-1", "paged-2"]);
    }

    [Fact]
    public async Task A_wrong_key_is_unauthenticated()
    {
        using var client = fixture.Open("clip_nonsense");

        var error = await Should.ThrowAsync<ServerException>(client.Students.GetUsernameAsync("x", Token));

        error.Code.ShouldBe("unauthenticated");
        error.Message.ShouldNotContain("clip_nonsense");
    }

    private sealed class EventList : IProgress<JobEvent>
    {
        private readonly List<JobEvent> _events = [];

        public List<string> Types => [.. _events.Select(happened => happened.Type)];

        public void Report(JobEvent value) => _events.Add(value);
    }
}
