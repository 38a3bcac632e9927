using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Clipyard.Server.Tests.Pages;

public sealed class PagesTests : IDisposable
{
    private const string Index = "<!doctype html><title>Clipyard</title>";
    private const string Script = "console.log('pages')";

    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-pages-").FullName;

    public PagesTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        Write("index.html", Index);
        Write("assets/index-1a2b.js", Script);
    }

    [Fact]
    public async Task A_browser_gets_the_index_for_every_address_of_a_page()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient();

        foreach (var path in (string[])["/", "/library", "/activity/0192/events"])
        {
            using var answer = await SendAsync(client, path, accept: "text/html,*/*");

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await TextAsync(answer)).ShouldBe(Index);
            answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'; script-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
        }
    }

    [Theory]
    [InlineData("/api/no-such-thing")]
    [InlineData("/tiktok/no-such-thing")]
    [InlineData("/assets/gone-1a2b.js")]
    public async Task A_wrong_address_of_the_interface_stays_a_problem(string path)
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient(host.Key);

        using var answer = await SendAsync(client, path, accept: "text/html,*/*");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_program_that_asks_for_no_page_gets_none()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient(host.Key);

        using var read = await SendAsync(client, "/library", accept: "*/*");
        using var post = await client.PostAsync("/library/mine", null, TestContext.Current.CancellationToken);

        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        post.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_route_of_another_method_still_says_so()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient(host.Key);

        using var answer = await SendAsync(client, "/api/sign-in", accept: "text/html");

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_file_with_a_hashed_name_is_kept_by_the_browser_for_ever()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient();

        using var answer = await SendAsync(client, "/assets/index-1a2b.js", accept: "*/*");

        (await TextAsync(answer)).ShouldBe(Script);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", "")]
    public async Task A_file_comes_in_the_smallest_form_that_the_reader_takes(string accepts, string encoding)
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient();

        using var answer = await SendAsync(client, "/assets/index-1a2b.js", "*/*", ("Accept-Encoding", accepts));

        string.Join(',', answer.Content.Headers.ContentEncoding).ShouldBe(encoding);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(Script);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient();
        using var first = await SendAsync(client, "/", "text/html", ("Accept-Encoding", "br"));

        using var second = await SendAsync(
            client,
            "/",
            "text/html",
            ("Accept-Encoding", "br"),
            ("If-None-Match", first.Headers.ETag!.ToString())
        );

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Whoever_comes_by_another_host_name_is_led_to_the_one_where_sessions_work()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClient();

        using var answer = await SendAsync(
            client,
            "/library",
            "text/html",
            ("Host", $"localhost:{host.Server.Address.Port}")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe($"{host.Server.Address}library?from_host=1");
    }

    [Fact]
    public async Task The_program_shows_its_own_pages_or_says_how_to_build_them()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.GetAsync("/");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var wasBuiltWithPages = typeof(ClipyardServer)
            .Assembly.GetManifestResourceNames()
            .Contains("pages/index.html.br");
        answer.Text.ShouldContain(wasBuiltWithPages ? "<div id=\"root\">" : "node web/build.mjs");
    }

    [Fact]
    public async Task A_folder_without_pages_stops_the_start()
    {
        var error = await Should.ThrowAsync<Failures.ClipyardException>(() =>
            ServerHost.StartAsync(
                TestContext.Current.CancellationToken,
                setup => setup with { Settings = ServerHost.With(setup, ("Pages:Folder", "/no/such/folder")) }
            )
        );

        error.Message.ShouldContain("no built pages in '/no/such/folder'");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ServerHost> StartAsync() =>
        ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("Pages:Folder", _folder)) }
        );

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string path,
        string accept,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept.Split(',')[0]));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    // As the build leaves them: compressed forms only.
    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        using (var brotli = new BrotliStream(File.Create(path + ".br"), CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        using var gzip = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text));
    }
}
