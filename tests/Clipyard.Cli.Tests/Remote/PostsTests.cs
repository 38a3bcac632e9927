using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Clipyard.Cli.Tests.Mcp;
using Clipyard.Cli.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Cli.Tests.Remote;

public sealed class PostsTests(PublishingHostFixture fixture) : IClassFixture<PublishingHostFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_is_checked_then_imported_and_the_same_command_again_makes_nothing_twice()
    {
        var table = _folder.Write("december.csv", TwoPosts("checked"));
        var before = await CountAsync();

        var dry = (await RunAsync("posts", "import", table, "--dry-run")).ShouldEndWith(0);
        (await CountAsync()).ShouldBe(before);
        var first = (await RunAsync("posts", "import", table)).ShouldEndWith(0);
        var again = (await RunAsync("posts", "import", table)).ShouldEndWith(0);
        (await CountAsync()).ShouldBe(before + 2);
        var other = await RunAsync("posts", "import", table, "--delimiter", "comma");
        var more = (await RunAsync("posts", "import", table, "--idempotency-key", "once-more")).ShouldEndWith(0);
        (await CountAsync()).ShouldBe(before + 4);

        dry.Out.ShouldBeEmpty();
        dry.Error.ShouldBe($"{table}: everything is in order, 2 posts; nothing was made\n");
        first.Lines.Count.ShouldBe(2);
        first.Error.ShouldBe($"{table}: 2 posts made\n");
        again.Out.ShouldBe(first.Out);
        again.Error.ShouldContain("2 posts of an earlier import");
        other.ShouldEndWith(100).Error.ShouldContain("was used for another request");
        more.Lines.Intersect(first.Lines).ShouldBeEmpty();
        var post = await fixture.Host.GetAsync($"/api/posts/{first.Lines[0]}");
        post["caption"].GetString().ShouldBe("First, checked");
    }

    [Fact]
    public async Task Faults_are_named_by_row_and_column_with_what_to_do_and_nothing_is_made()
    {
        var table = _folder.Write(
            "bad.csv",
            $"""
            clip_id,content,mode
            {fixture.Clips[0]},"Two
            lines",inbox
            {fixture.Clips[0]},Sideways,sideways
            ,Nothing,inbox
            """
        );
        var before = await CountAsync();

        var refused = (await RunAsync("posts", "import", table)).ShouldEndWith(2);
        var json = (await RunAsync("posts", "import", table, "-j")).ShouldEndWith(2).Json.ShouldHaveSingleItem();

        refused.Lines.Count.ShouldBe(2);
        refused.Lines[0].ShouldStartWith($"{table}:3: mode: ");
        refused.Lines[0].ShouldContain("sideways");
        refused.Lines[0].ShouldContain(" Remedy: Correct the named value.");
        refused.Lines[1].ShouldStartWith($"{table}:4: ");
        refused.Error.ShouldBe($"{table}: 2 things are wrong; nothing was made\n");
        (json.GetProperty("success").GetBoolean(), json.GetProperty("file").GetString()).ShouldBe((false, table));
        json.GetProperty("failure").GetProperty("code").GetString().ShouldBe("invalid_parameter");
        json.GetProperty("error_count").GetInt32().ShouldBe(2);
        var fault = json.GetProperty("errors")[0];
        (fault.GetProperty("row").GetInt32(), fault.GetProperty("line").GetInt32()).ShouldBe((3, 4));
        fault.GetProperty("column").GetString().ShouldBe("mode");
        fault.GetProperty("code").GetString().ShouldBe("invalid_parameter");
        fault.GetProperty("message").GetString()!.ShouldContain("sideways");
        fault.GetProperty("remedy").GetString().ShouldBe("Correct the named value.");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_table_comes_from_standard_input_and_its_answer_as_json()
    {
        var run = new CliRun { Input = TwoPosts("typed").Replace(',', ';') };

        var made = (
            await run.StartAsync(["posts", "import", "-", "--delimiter", "semicolon", "-j", .. Server])
        ).ShouldEndWith(0);

        var answer = made.Json.ShouldHaveSingleItem();
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("file").GetString().ShouldBe("-");
        answer.GetProperty("import_id").GetGuid().ShouldNotBe(Guid.Empty);
        answer.GetProperty("post_ids").GetArrayLength().ShouldBe(2);
        made.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_comes_from_a_named_pipe_which_is_read_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        var table = await PipeAsync("table");

        var running = RunAsync("posts", "import", table);
        await using (var pipe = await OpenedAsync(table, FileAccess.Write))
        {
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(TwoPosts("piped")), Stop);
        }

        var made = (await running).ShouldEndWith(0);
        made.Lines.Count.ShouldBe(2);
        made.Error.ShouldBe($"{table}: 2 posts made\n");
    }

    [Fact]
    public async Task A_table_without_an_answer_may_be_sent_again_for_it_goes_under_the_same_key()
    {
        List<string> keys = [];
        await using var away = await StubServer.StartAsync(context =>
        {
            keys.Add(context.Request.Headers["Idempotency-Key"].ToString());
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        var table = _folder.Write("december.csv", TwoPosts("december"));
        var other = _folder.Write("january.csv", TwoPosts("january"));

        foreach (var file in new[] { table, table, other })
        {
            var lost = await CliRun.RunAsync("posts", "import", file, "--key=k", $"--server={away.Address}");
            lost.ShouldEndWith(30).Error.ShouldContain("the same command again makes nothing twice");
            lost.Out.ShouldBeEmpty();
        }

        keys[0].ShouldNotBeEmpty();
        keys[1].ShouldBe(keys[0]);
        keys[2].ShouldNotBe(keys[0]);
    }

    [Fact]
    public async Task An_export_is_nothing_but_the_table_on_standard_output_or_in_a_file()
    {
        await RunAsync("posts", "import", _folder.Write("some.csv", TwoPosts("exported")));
        await UntilAllWaitForApprovalAsync();
        var expected = await fixture.Host.Client.GetByteArrayAsync("/api/posts/export", Stop);

        var printed = (await RunAsync("posts", "export")).ShouldEndWith(0);
        var written = (await RunAsync("posts", "export", "-o", _folder["all.csv"])).ShouldEndWith(0);

        Encoding.UTF8.GetBytes(printed.Out).ShouldBe(expected);
        printed.Error.ShouldBeEmpty();
        (await RunAsync("posts", "export", "-o", "-")).ShouldEndWith(0).ShouldBe(printed);
        (await File.ReadAllBytesAsync(_folder["all.csv"], Stop)).ShouldBe(expected);
        written.Out.ShouldBeEmpty();
        written.Error.ShouldStartWith($"wrote {_folder["all.csv"]} (");
        _folder.Files.ShouldBe(["all.csv", "some.csv"]);
    }

    [Fact]
    public async Task An_export_holds_what_its_filters_leave()
    {
        var day = Today.AddDays(20);
        var later = $"{day:yyyy-MM-dd}T09:00Z";
        var table = _folder.Write("filtered.csv", TwoPosts("filtered", later));
        var made = (await RunAsync("posts", "import", table)).ShouldEndWith(0).Lines;

        var thatDay = await ExportAsync("--from", $"{day:yyyy-MM-dd}", "--to", $"{day.AddDays(1):yyyy-MM-dd}");
        var behind = await ExportAsync("--from", $"{day:yyyy-MM-dd}T09:00:01Z");
        var cancelled = await ExportAsync("--state", "cancelled,rejected");
        var raw = (await RunAsync("posts", "export", "--raw")).ShouldEndWith(0);

        thatDay.Select(post => post.GetProperty("post_id").GetString()).ShouldBe(made.Reverse());
        behind.ShouldBeEmpty();
        cancelled.ShouldBeEmpty();
        raw.Out.ShouldStartWith("video_url,");
    }

    [Fact]
    public async Task An_export_that_breaks_off_leaves_what_was_there()
    {
        await using var breaking = await StubServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("video_url,clip_id\r\n", Stop);
            await context.Response.Body.FlushAsync(Stop);
            context.Abort();
        });
        var file = _folder.Write("all.csv", "as it was");

        var broken = await CliRun.RunAsync("posts", "export", "--key=k", $"--server={breaking.Address}", "-o", file);

        broken.ShouldEndWith(30).Out.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file, Stop)).ShouldBe("as it was");
        _folder.Files.ShouldBe(["all.csv"]);
    }

    [Fact]
    public async Task A_second_export_to_the_same_file_leaves_the_first_one_alone()
    {
        var rest = new TaskCompletionSource();
        await using var slow = await StubServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("video_url,", Stop);
            await context.Response.Body.FlushAsync(Stop);
            await rest.Task.WaitAsync(Stop);
            await context.Response.WriteAsync("clip_id\r\n", Stop);
        });
        string[] export = ["posts", "export", "--key=k", $"--server={slow.Address}", "-o", _folder["all.csv"]];

        var first = CliRun.RunAsync(export);
        await UntilThereAsync("all.csv.part");
        (await CliRun.RunAsync(export)).ShouldEndWith(50);
        _folder.Files.ShouldBe(["all.csv.part"]);
        rest.SetResult();

        (await first).ShouldEndWith(0);
        (await File.ReadAllTextAsync(_folder["all.csv"], Stop)).ShouldBe("video_url,clip_id\r\n");
        _folder.Files.ShouldBe(["all.csv"]);
    }

    [Fact]
    public async Task A_link_and_a_pipe_are_written_to_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights and there are no named pipes in folders.");
        var pipe = await PipeAsync("pipe");
        File.CreateSymbolicLink(_folder["link.csv"], _folder.Write("goal.csv", "as it was"));
        await using var other = new AnonymousPipeServerStream(PipeDirection.In); // as a shell makes one for >(program)

        var piping = RunAsync("posts", "export", "--raw", "-o", pipe);
        using var reader = new StreamReader(await OpenedAsync(pipe, FileAccess.Read));
        (await reader.ReadToEndAsync(Stop)).ShouldStartWith("video_url,");
        (await piping).ShouldEndWith(0);
        (await RunAsync("posts", "export", "--raw", "-o", _folder["link.csv"])).ShouldEndWith(0);
        (await RunAsync("posts", "export", "--raw", "-o", $"/dev/fd/{other.GetClientHandleAsString()}")).ShouldEndWith(
            0
        );
        other.DisposeLocalCopyOfClientHandle();
        using var otherReader = new StreamReader(other);

        (await otherReader.ReadToEndAsync(Stop)).ShouldStartWith("video_url,");
        (await File.ReadAllTextAsync(_folder["goal.csv"], Stop)).ShouldStartWith("video_url,");
        new FileInfo(_folder["link.csv"]).LinkTarget.ShouldBe(_folder["goal.csv"]);
        _folder.Files.ShouldBe(["goal.csv", "link.csv", "pipe"]);
    }

    [Fact]
    public async Task A_template_for_downloads_in_the_configuration_file_names_no_export()
    {
        var run = new CliRun { ConfigFile = _folder.Write("config", "-o %(id)s.%(ext)s\n--json\n") };

        var exported = (await run.StartAsync(["posts", "export", "--raw", .. Server])).ShouldEndWith(0);

        exported.Out.ShouldStartWith("video_url,");
    }

    [Theory]
    [InlineData("posts", "clipyard posts --help")]
    [InlineData("posts import", "clipyard posts import --help")]
    [InlineData("posts import /no/such.csv", "There is no file")]
    [InlineData("posts import x.csv --delimiter pipe", "semicolon")]
    [InlineData("posts export --format xml", "csv, json")]
    [InlineData("posts export --state posted", "awaiting_approval")]
    [InlineData("posts export --from yesterday", "2026-12-01")]
    [InlineData("posts export -o /no/such/folder/all.csv", "no folder")]
    [InlineData("posts export --output /no/such/folder/all.csv", "no folder")]
    [InlineData("posts export -j", "clipyard posts export --help")]
    public async Task A_wrong_call_says_what_to_do(string line, string expected)
    {
        var result = (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(2);

        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain(expected);
    }

    [Theory]
    [InlineData("posts --help", "import")]
    [InlineData("posts import --help", "Usage: clipyard posts import FILE [options]")]
    [InlineData("posts import --help", "--dry-run")]
    [InlineData("posts export --help", "-o, --output FILE")]
    [InlineData("posts export --help", "--output counts on the command line only")]
    public async Task Help_explains_each_level(string line, string expected) =>
        (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(0).Out.ShouldContain(expected);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string[] Server => [$"--server={fixture.Host.Server.Address}", $"--key={fixture.Host.Key}"];

    private static DateTime Today => TimeProvider.System.GetUtcNow().UtcDateTime.Date;

    // The same content is the same import: each test has captions of its own.
    private string TwoPosts(string name, string? time = null)
    {
        time ??= $"{Today.AddDays(5):yyyy-MM-dd}T18:00Z";
        return $"""
            clip_id,content,schedule_time,approval
            {fixture.Clips[0]},"First, {name}",{time},true
            {fixture.Clips[1]},Second,{time},true

            """;
    }

    private async Task<int> CountAsync(string filter = "") =>
        (await fixture.Host.GetAsync($"/api/posts?limit=1{filter}"))["total"].GetInt32();

    // While the server prepares a post, its state and updated_at change, which are columns.
    private async Task UntilAllWaitForApprovalAsync()
    {
        while (await CountAsync("&state=awaiting_approval") < await CountAsync())
        {
            (await CountAsync("&state=failed")).ShouldBe(0);
            await Task.Delay(TimeSpan.FromMilliseconds(50), Stop);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ExportAsync(params string[] filters)
    {
        var json = (await RunAsync(["posts", "export", "--format", "json", .. filters])).ShouldEndWith(0).Out;
        return [.. JsonElement.Parse(json).EnumerateArray()];
    }

    private async Task UntilThereAsync(string name)
    {
        while (!File.Exists(_folder[name]))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Stop);
        }
    }

    private async Task<string> PipeAsync(string name)
    {
        var made = await ProgramRun.OfAsync(new ProcessStartInfo("mkfifo", [_folder[name]]), Stop);
        made.ExitCode.ShouldBe(0, made.Errors);
        return _folder[name];
    }

    // Opening a pipe waits until somebody opens its other end.
    private static Task<FileStream> OpenedAsync(string pipe, FileAccess access) =>
        Task.Run(() => new FileStream(pipe, FileMode.Open, access, FileShare.ReadWrite), Stop).WaitAsync(Stop);

    private Task<CliResult> RunAsync(params string[] args) => CliRun.RunAsync([.. args, .. Server]);
}
