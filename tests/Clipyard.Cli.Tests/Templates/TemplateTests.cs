using System.Text;
using Clipyard.Cli.Templates;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Cli.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly VideoInfo Video = new()
    {
        Id = VideoId.Parse("7571863205253778710"),
        Kind = PostKind.Video,
        Url = "https://www.tiktok.com/@sunny.garden/video/7571863205253778710",
        Caption = "Bees/wasps: who? 🐝 ",
        CreatedAt = new DateTimeOffset(2025, 11, 12, 15, 36, 28, TimeSpan.Zero),
        Duration = TimeSpan.FromMilliseconds(54_204),
        WidthPixels = 576,
        HeightPixels = 1024,
        Author = new Author("6813", "sunny.garden", "Sunny 🌻", null, true, null),
    };

    [Theory]
    [InlineData("%(uploader)s/%(id)s.%(ext)s", "sunny.garden/7571863205253778710")]
    [InlineData("%(id)s", "7571863205253778710")]
    [InlineData("%(username)s %(nickname)s %(uploader_id)s", "sunny.garden Sunny 🌻 6813")]
    [InlineData("%(title)s [%(id)s].%(ext)s", "Bees_wasps_ who_ 🐝 [7571863205253778710]")]
    [InlineData("%(caption).4s", "Bees")]
    [InlineData("%(title).17s|", "Bees_wasps_ who__")]
    [InlineData("%(title).19B", "Bees_wasps_ who_")]
    [InlineData("%(upload_date)s", "20251112")]
    [InlineData("%(upload_date>%Y-%m)s/%(id)s", "2025-11/7571863205253778710")]
    [InlineData("%(upload_date>%Y)s/%(upload_date>%d)s", "2025/12")]
    [InlineData("%(upload_date>%Y at %H)s", "2025 at 15")]
    [InlineData("%(timestamp)s", "1762961788")]
    [InlineData("%(kind)s-%(ext)s-%(quality)s", "video-mp4-compatible")]
    [InlineData("%(autonumber)05d", "00007")]
    [InlineData("%(index)02d", "00")]
    [InlineData("%(playlist_index)s", "NA")]
    [InlineData("%(playlist_index|none)s", "none")]
    [InlineData("%(playlist_index|)sx", "x")]
    [InlineData("%(duration)s s, %(resolution)s, %(width)sx%(height)s", "54 s, 576x1024, 576x1024")]
    [InlineData("100%% %(id).3s", "100% 757")]
    [InlineData("CON/%(id).3s", "_CON/757")]
    [InlineData("a:b/%(id).3s", "a_b/757")]
    public void A_template_names_a_file(string template, string expected) =>
        OutputTemplate.Parse(template).RenderStem(new TemplateSubject(Video) { AutoNumber = 7 }).ShouldBe(expected);

    [Theory]
    [InlineData("%(colour)s", "'colour'")]
    [InlineData("%(id", "malformed")]
    [InlineData("%(id)", "malformed")]
    [InlineData("50% off", "malformed")]
    [InlineData("%(uploader)s/", "names a folder")]
    [InlineData("", "names a folder")]
    [InlineData("%(title>%Y)s", "only upload_date")]
    [InlineData("%(upload_date>%Q)s", "'%Q'")]
    public void A_wrong_template_is_refused_with_what_is_wrong(string template, string expected) =>
        Should.Throw<FormatException>(() => OutputTemplate.Parse(template)).Message.ShouldContain(expected);

    [Fact]
    public void An_unknown_field_is_answered_with_the_list()
    {
        var message = Should.Throw<FormatException>(() => OutputTemplate.Parse("%(view_count)s")).Message;

        TemplateFields.All.ShouldAllBe(field => message.Contains(field.Name));
    }

    [Fact]
    public void A_long_caption_gives_way_before_the_id_does()
    {
        var caption = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100));
        var template = OutputTemplate.Parse("%(title)s [%(id)s].%(ext)s");

        var stem = template.RenderStem(new TemplateSubject(Video with { Caption = caption }));

        stem.ShouldEndWith(" [7571863205253778710]");
        stem.ShouldStartWith("👨‍👩‍👧👨‍👩‍👧");
        Encoding.UTF8.GetByteCount(stem).ShouldBeInRange(150, OutputTemplate.MaxStemBytes);
        stem.Replace("👨‍👩‍👧", "").ShouldBe(" [7571863205253778710]");
    }

    [Fact]
    public void A_long_folder_name_is_cut_to_what_file_systems_allow()
    {
        var template = OutputTemplate.Parse("%(title)s/%(id)s");

        var path = template.RenderStem(new TemplateSubject(Video with { Caption = new string('é', 500) }));

        Encoding.UTF8.GetByteCount(path.Split('/')[0]).ShouldBeInRange(250, 255);
    }

    [Fact]
    public void A_caption_never_leads_into_another_folder()
    {
        var template = OutputTemplate.Parse("%(title)s/%(id)s");

        var path = template.RenderStem(new TemplateSubject(Video with { Caption = "../../../etc/x" }));

        path.ShouldBe("_.._.._.._etc_x/7571863205253778710");
    }

    [Theory]
    [InlineData("/srv/videos/%(id)s.%(ext)s", "/srv/videos")]
    [InlineData("../other/%(id)s.%(ext)s", "../other")]
    [InlineData("plain/%(id)s.%(ext)s", "")]
    public void A_template_may_name_its_folder_itself(string template, string folder) =>
        OutputTemplate.Parse(template).RootFolder.ShouldBe(folder);

    [Fact]
    public void The_home_folder_has_its_usual_sign() =>
        OutputTemplate
            .Parse("~/Videos/%(id)s.%(ext)s")
            .RootFolder.ShouldBe(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/Videos");

    [Fact]
    public void A_post_without_time_takes_the_one_in_its_id() =>
        OutputTemplate
            .Parse("%(upload_date)s")
            .RenderStem(new TemplateSubject(Video with { CreatedAt = null }))
            .ShouldBe("20251112");
}
