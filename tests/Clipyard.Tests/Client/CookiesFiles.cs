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

    [Theory]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\t0\tjson\t{\"a\":1,\"b\":2}")]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\t0\tlist\tone;two")]
    [InlineData(".tiktok.com\tTRUE\tnowhere\tTRUE\t0\tpath\tvalue")]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\t0\t\tnameless")]
    [InlineData(".tiktok.com\tTRUE\t/\tTRUE\t0\t$odd\tvalue")]
    [InlineData(".tik tok.com\tTRUE\t/\tTRUE\t0\todd\tvalue")]
    [InlineData("\tTRUE\t/\tTRUE\t0\todd\tvalue")]
    [InlineData("..tiktok.com\tTRUE\t/\tTRUE\t0\todd\tvalue")]
    [InlineData(".evil-tiktok.com\tTRUE\t/\tTRUE\t0\tforeign\tvalue")]
    public async Task A_cookie_that_cannot_be_sent_does_not_keep_the_others_from_it(string line)
    {
        var cookies = await CookiesOfFirstRequestAsync(line, Line(".tiktok.com", "good", "one"));

        cookies.ShouldContain("good=one");
        cookies.ShouldNotContain("foreign=value");
    }

    [Fact]
    public async Task An_expiry_with_fractions_is_read_and_hundreds_of_cookies_are_all_sent()
    {
        var lines = Enumerable
            .Range(0, 400)
            .Select(number => $".tiktok.com\tTRUE\t/\tTRUE\t4000000000.5\tc{number}\tv")
            .ToArray();

        (await CookiesOfFirstRequestAsync(lines)).Length.ShouldBe(400);
    }

    [Fact]
    public void A_cookie_left_out_is_logged_by_line_and_name_alone()
    {
        var logs = new CollectedLogs();
        var file = Write(".tiktok.com\tTRUE\t/\tTRUE\t0\tjson\t{\"hush\":1,\"b\":2}");

        using var client = new ClipyardClient(new ClipyardOptions { CookiesFile = file }, logs);

        var text = logs.Lines.ShouldHaveSingleItem();
        text.ShouldContain("Line 1");
        text.ShouldContain("json");
        text.ShouldNotContain("hush");
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
