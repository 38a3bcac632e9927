using System.Text;
using Clipyard.Cli.Naming;
using Clipyard.Cli.Templates;
using Clipyard.Downloads;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Cli.Tests.Templates;

public sealed class PostNamerTests
{
    [Fact]
    public void Each_file_of_a_post_has_a_name_of_its_own()
    {
        var namer = Namer("%(uploader)s/%(id)s.%(ext)s");
        var post = Post("7100000000000000001");

        namer.PathOf(new MediaPart(post, MediaPartKind.Video, 1, "mp4")).ShouldBe("ann/7100000000000000001.mp4");
        namer.PathOf(new MediaPart(post, MediaPartKind.Image, 3, "jpg")).ShouldBe("ann/7100000000000000001-03.jpg");
        namer.PathOf(new MediaPart(post, MediaPartKind.Audio, 1, "m4a")).ShouldBe("ann/7100000000000000001.m4a");
        namer.PathOf(new MediaPart(post, MediaPartKind.Cover, 1, "jpg")).ShouldBe("ann/7100000000000000001.cover.jpg");
        namer.PathOf(Subtitle(post, 1)).ShouldBe("ann/7100000000000000001.eng-US.vtt");
        namer.PathOf(Subtitle(post, 2)).ShouldBe("ann/7100000000000000001.eng-US.2.vtt");
        namer.InfoPathOf(post).ShouldBe("ann/7100000000000000001.info.json");
    }

    [Fact]
    public void A_template_with_index_numbers_the_pictures_itself() =>
        Namer("%(id)s_%(index)03d.%(ext)s")
            .PathOf(new MediaPart(Post("71"), MediaPartKind.Image, 3, "webp"))
            .ShouldBe("71_003.webp");

    [Fact]
    public void Two_posts_never_share_a_name()
    {
        var namer = Namer("%(uploader)s.%(ext)s");

        namer.PathOf(new MediaPart(Post("71"), MediaPartKind.Video, 1, "mp4")).ShouldBe("ann.mp4");
        namer.PathOf(new MediaPart(Post("72"), MediaPartKind.Video, 1, "mp4")).ShouldBe("ann-72.mp4");
        namer.PathOf(new MediaPart(Post("71"), MediaPartKind.Cover, 1, "jpg")).ShouldBe("ann.cover.jpg");
        namer.InfoPathOf(Post("72")).ShouldBe("ann-72.info.json");
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_the_same_name()
    {
        var namer = Namer("%(title)s.%(ext)s");

        namer.PathOf(new MediaPart(Post("71", "Hello"), MediaPartKind.Video, 1, "mp4")).ShouldBe("Hello.mp4");
        namer.PathOf(new MediaPart(Post("72", "HELLO"), MediaPartKind.Video, 1, "mp4")).ShouldBe("HELLO-72.mp4");
    }

    [Fact]
    public void The_longest_names_fit_with_everything_that_follows()
    {
        var namer = Namer("%(title)s.%(ext)s");
        var caption = new string('あ', 500);
        namer.PathOf(new MediaPart(Post("71", caption), MediaPartKind.Video, 1, "mp4"));
        var second = Post("7571863205253778710", caption);
        var longest = new MediaPart(second, MediaPartKind.Subtitle, 12, "json") { Language = new string('x', 300) };

        Encoding.UTF8.GetByteCount(namer.PathOf(longest) + ".part").ShouldBeLessThanOrEqualTo(255);
        Encoding.UTF8.GetByteCount(namer.InfoPathOf(second) + ".part").ShouldBeLessThanOrEqualTo(255);
    }

    [Fact]
    public void Posts_are_numbered_in_the_order_in_which_they_begin()
    {
        var namer = Namer("%(autonumber)d-%(playlist_index|x)s.%(ext)s");
        namer.Number(VideoId.Parse("71"), playlistIndex: 4);
        namer.Number(VideoId.Parse("72"), playlistIndex: null);

        namer.InfoPathOf(Post("72")).ShouldBe("2-x.info.json");
        namer.InfoPathOf(Post("71")).ShouldBe("1-4.info.json");
    }

    private static PostNamer Namer(string template) => new(OutputTemplate.Parse(template), QualityChoice.Compatible);

    private static MediaPart Subtitle(VideoInfo post, int index) =>
        new(post, MediaPartKind.Subtitle, index, "vtt") { Language = "eng-US" };

    private static VideoInfo Post(string id, string caption = "") =>
        new()
        {
            Id = VideoId.Parse(id),
            Kind = PostKind.Video,
            Url = "https://www.tiktok.com/@ann/video/" + id,
            Caption = caption,
            Author = new Author(null, "ann", null, null, null, null),
        };
}
