using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Clipyard.Server.Tests.Publishing.Requests.Bulk;

public sealed class ImportFormTests
{
    private const string Url = "https://example.com/video.mp4";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task Encodings_that_say_so_are_read(string name, bool withMark)
    {
        await using var host = await PostHost.StartAsync();
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes($"video_url,content\r\n{Url},Grüße 🌻\r\n");

        var answer = await host.ImportAsync(withMark ? [.. encoding.GetPreamble(), .. bytes] : bytes);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        (await host.RowAsync(await host.OnlyPostAsync())).Caption.ShouldBe("Grüße 🌻");
    }

    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData(',', "")]
    [InlineData(';', "?delimiter=semicolon")]
    [InlineData('\t', "?delimiter=tab")]
    public async Task Separators_show_in_the_header(char separator, string query)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.ImportAsync($"Video_Url{separator} Caption\n{Url}{separator}\"a,b;c\td\"\n", query);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        (await host.RowAsync(await host.OnlyPostAsync())).Caption.ShouldBe("a,b;c\td");
    }

    [Fact]
    public async Task Broken_bytes_are_named_with_their_row_and_column()
    {
        await using var host = await PostHost.StartAsync();
        var bytes = Encoding.Latin1.GetBytes($"video_url,content\n{Url},plain\n{Url},Gr\u00fc\u00dfe\n");

        var answer = await host.ImportAsync(bytes);

        answer.ErrorsOf().ShouldBe(["3:content:invalid_parameter"]);
        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "empty")]
    [InlineData("video_url,content\n", "header and no row")]
    [InlineData("content,mode\nHello,inbox\n", "video_url, clip_id, upload_id, images")]
    [InlineData("video_url,Video_URL\na,b\n", "'Video_URL' twice")]
    [InlineData("video_url,content,caption\na,b,c\n", "'caption' twice")]
    [InlineData("video_url,colour\na,b\n", "'colour'")]
    [InlineData("video_url,,content\na,b,c\n", "without a name")]
    [InlineData("video_url,content\na,\"never closed\n", "Line 2: the quote is never closed")]
    [InlineData("v\0i\0d\0e\0o\0", "UTF-8")]
    public async Task A_table_that_is_none_is_refused_by_name(string csv, string message)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.ImportAsync(csv);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString()!.ShouldContain(message);
        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("?delimiter=pipe", "delimiter")]
    [InlineData("?dry_run=perhaps", "dry_run")]
    public async Task A_wrong_parameter_is_named(string query, string name)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.ImportAsync($"video_url\n{Url}\n", query);

        answer["detail"].GetString()!.ShouldContain($"'{name}'");
        answer["parameter"].GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Own_columns_and_read_only_ones_are_not_read()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.ImportAsync($"x_note,state,post_id,video_url\nmine,published,17,{Url}\n");

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
    }

    [Fact]
    public async Task Formulas_are_text()
    {
        await using var host = await PostHost.StartAsync();
        string[] captions = ["=cmd|' /C calc'!A0", "+1 for this", "-5 degrees", "@friend look"];

        var answer = await host.ImportAsync(
            "video_url,content\n" + string.Concat(captions.Select(caption => $"{Url},\"{caption}\"\n"))
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var kept = new List<string?>();
        foreach (var id in answer.PostIdsOf())
        {
            kept.Add((await host.RowAsync(id)).Caption);
        }

        kept.ShouldBe(captions);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_refused_before_any_is_checked()
    {
        await using var host = await PostHost.StartAsync();
        var csv = new StringBuilder("video_url\n");
        for (var i = 0; i < 100_000; i++)
        {
            csv.Append("not even an address\n");
        }

        var answer = await host.ImportAsync(csv.ToString());

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString()!.ShouldContain("more than 10,000 rows (Publishing:MaxImportRows)");
        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Seventeen_megabytes_are_refused_by_name(bool saysLength)
    {
        await using var host = await PostHost.StartAsync();
        using var body = new StreamContent(new MemoryStream(new byte[17 * 1024 * 1024]));
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        if (!saysLength)
        {
            body.Headers.ContentLength = null;
        }

        var answer = await host.SendAsync(body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer["detail"].GetString()!.ShouldContain("16,777,216 bytes");
    }

    [Fact]
    public async Task Of_thousands_of_errors_the_first_thousand_is_told_and_all_are_counted()
    {
        await using var host = await PostHost.StartAsync();
        var rows = Enumerable
            .Range(0, 1_500)
            .Select(i => $"http://{i.ToString(CultureInfo.InvariantCulture)}.example/v\n");

        var answer = await host.ImportAsync("video_url\n" + string.Concat(rows));

        answer["errors"].GetArrayLength().ShouldBe(1_000);
        answer["error_count"].GetInt32().ShouldBe(1_500);
        answer["code"].GetString().ShouldBe("url_not_allowed");
    }

    [Fact]
    public async Task Another_kind_of_body_is_refused()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.PostAsync("/api/posts/import", new { video_url = Url });

        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task Nothing_of_a_table_stays_on_disk()
    {
        await using var host = await PostHost.StartAsync();

        await host.ImportAsync($"video_url\n{Url}\n");
        await host.ImportAsync("video_url\nhttp://x\n");

        Directory.EnumerateFiles(Path.Combine(host.Server.DataFolder, "tmp")).ShouldBeEmpty();
    }
}
