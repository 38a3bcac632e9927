using Clipyard.Server.Tasks.Posting;

namespace Clipyard.Server.Tests.Tasks;

public sealed class TaskOutputTests
{
    [Theory]
    [InlineData("""{ "video_url": "1", "video": { "url": "2" } }""", "1")]
    [InlineData("""{ "video_url": "", "video": { "url": "2" } }""", "2")]
    [InlineData("""{ "video_url": null, "output": { "video_url": "3" } }""", "3")]
    [InlineData("""{ "video": "no object", "videos": [{ "url": "4" }, { "url": "5" }] }""", "4")]
    [InlineData("""{ "videos": [] }""", null)]
    [InlineData("""{ "video_url": 7 }""", null)]
    [InlineData("""{ }""", null)]
    public void The_video_is_the_first_of_the_usual_places(string output, string? video) =>
        TaskOutput.Of(output, videoPath: null, captionPath: null).VideoUrl.ShouldBe(video);

    [Theory]
    [InlineData("""{ "suggested_caption": "a", "caption": "b" }""", "a")]
    [InlineData("""{ "caption": "b", "title": "c" }""", "b")]
    [InlineData("""{ "caption": " ", "title": "c", "description": "d" }""", "c")]
    [InlineData("""{ "description": "d" }""", "d")]
    [InlineData("""{ }""", null)]
    public void The_caption_is_the_first_of_the_usual_places(string output, string? caption) =>
        TaskOutput.Of(output, videoPath: null, captionPath: null).Caption.ShouldBe(caption);

    [Theory]
    [InlineData("result.videos[1].url", "b")]
    [InlineData("result.videos[2].url", null)]
    [InlineData("result.videos[0].name", null)]
    [InlineData("result.videos", null)]
    [InlineData("grid[0][1]", "d")]
    [InlineData("with space", null)]
    public void An_instance_has_its_own_places_and_no_others(string path, string? found)
    {
        const string Output = """
            {
              "video_url": "usual",
              "result": { "videos": [{ "url": "a" }, { "url": "b" }] },
              "grid": [["c", "d"]]
            }
            """;

        var output = TaskOutput.Of(Output, path, path);

        output.ShouldBe(new TaskOutput(found, found));
    }

    [Fact]
    public void No_output_has_neither() => TaskOutput.Of(null, null, null).ShouldBe(new TaskOutput(null, null));

    [Theory]
    [InlineData("video_url", true)]
    [InlineData("a.b[0].c[12]", true)]
    [InlineData("a[0][1]", true)]
    [InlineData("", false)]
    [InlineData("a.", false)]
    [InlineData(".a", false)]
    [InlineData("a[b]", false)]
    [InlineData("a[0", false)]
    [InlineData("a b", false)]
    public void A_path_is_names_and_places(string path, bool isPath) => OutputPath.IsPath(path).ShouldBe(isPath);
}
