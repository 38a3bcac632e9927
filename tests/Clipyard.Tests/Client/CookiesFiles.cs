using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class CookiesFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-cookies-").FullName;

    [Fact]
    public async Task Cookies_of_the_file_are_sent()
    {
        var cookies = await CookiesOfFirstRequestAsync(
            "# Netscape HTTP Cookie File",
            "",
            Line(".tiktok.com", "first", "one"),
            Line(".www.tiktok.com", "second", "two"),
            Line(".example.org", "elsewhere", "no")
        );

        cookies.ShouldBe(["first=one", "second=two"], ignoreOrder: true);
    }

    [Fact]
    public async Task Lines_for_http_only_are_cookies_not_comments()
    {
        var cookies = await CookiesOfFirstRequestAsync("#HttpOnly_" + Line(".tiktok.com", "sessionid", "hidden"));

        cookies.ShouldBe(["sessionid=hidden"]);
    }

    [Fact]
    public async Task Expired_cookies_are_left_out_and_those_of_a_session_are_not()
    {
        var cookies = await CookiesOfFirstRequestAsync(
            Line(".tiktok.com", "old", "gone", expires: 1_000_000_000),
            Line(".tiktok.com", "session", "kept", expires: 0)
        );

        cookies.ShouldBe(["session=kept"]);
    }

    [Theory]
    [InlineData("www.tiktok.com TRUE / TRUE 0 name hush-hush")]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\tsoon\tname\thush-hush")]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\t0\thush-hush")]
    public void A_line_of_another_format_is_named_by_its_number(string line)
    {
        var file = Write("# Netscape HTTP Cookie File", Line(".tiktok.com", "good", "one"), line);

        var error = Should.Throw<ClipyardException>(() =>
            new ClipyardClient(new ClipyardOptions { CookiesFile = file })
        );

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain("Line 3");
        error.Message.ShouldContain(file);
        error.Message.ShouldNotContain("hush-hush");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var file = Path.Combine(_folder, "none.txt");

        var error = Should.Throw<ClipyardException>(() =>
            new ClipyardClient(new ClipyardOptions { CookiesFile = file })
        );

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain(file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string[]> CookiesOfFirstRequestAsync(params string[] lines)
    {
        var file = Write(lines);
        await using var host = await LibraryHost.StartAsync(options => options with { CookiesFile = file });
        await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );

        return host.Sandbox.Journal.Of(SandboxEndpoint.Page)[0].Header("Cookie")!.Split("; ");
    }

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "cookies.txt");
        File.WriteAllLines(file, lines);
        return file;
    }

    private static string Line(string domain, string name, string value, long expires = 4_000_000_000) =>
        $"{domain}\tTRUE\t/\tTRUE\t{expires}\t{name}\t{value}";
}
