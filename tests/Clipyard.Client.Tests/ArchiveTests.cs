using Clipyard.Client.Archive;
using Clipyard.Client.Students;
using Clipyard.Media.Images;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Client.Tests;

public sealed class ArchiveTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_is_walked_searched_shown_and_verified()
    {
        using var client = fixture.Open();
        await client.Students.LinkAsync("anna", DemoWorld.SunnyGarden, Token);
        await client.Students.DownloadAsync(
            "anna",
            new StudentDownloadRequest { MaxVideos = 3 },
            cancellationToken: Token
        );

        var all = await client.Archive.GetClipsAsync(pageSize: 2, cancellationToken: Token).ToListAsync(Token);
        all.Select(clip => clip.VideoId).Distinct().Count().ShouldBe(3);
        all.ShouldAllBe(clip => clip.StudentId == "anna");

        var search = new ClipSearch
        {
            Text = "SUNNY",
            From = all.Min(clip => clip.StoredAt),
            Sort = "size",
            Order = "asc",
        };
        var found = await client.Archive.GetClipsAsync(search, cancellationToken: Token).ToListAsync(Token);
        found.Count.ShouldBe(3, "the creator's name holds it");
        found.Select(clip => clip.SizeBytes).ShouldBeInOrder();

        await using var cover = await client.Media.OpenAsync(all[0].ThumbnailUrl.ShouldNotBeNull(), Token);
        (await ImageProbe.ReadAsync(cover, Token)).IsWhole.ShouldBeTrue();
        var report = await client.Archive.VerifyClipAsync(all[0].VideoId, Token);
        report.Success.ShouldBeTrue();
        report.Checked.ShouldNotBeNull().Files.ShouldBe(2);
    }

    [Fact]
    public async Task A_clip_that_is_not_kept_cannot_be_verified()
    {
        using var client = fixture.Open();

        var error = await Should.ThrowAsync<ServerException>(
            client.Archive.VerifyClipAsync("7123456789012345678", Token)
        );

        error.Code.ShouldBe("not_found");
    }
}
