using System.Security.Cryptography;
using System.Text.Json;
using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

public sealed class GetTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_post_is_stored_under_its_creators_name()
    {
        var result = (await GetAsync(Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        _folder.Files.ShouldBe([$"sunny.garden/{DemoWorld.PlainVideo}.mp4"]);
        result.Lines.ShouldBe([_folder[$"sunny.garden/{DemoWorld.PlainVideo}.mp4"]]);
        result.Error.ShouldContain("1 post downloaded");
    }

    [Fact]
    public async Task With_json_the_result_has_size_and_checksum()
    {
        var result = (await GetAsync("-j", Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        var file = result.Json.ShouldHaveSingleItem().GetProperty("files")[0];
        var bytes = await File.ReadAllBytesAsync(
            file.GetProperty("path").GetString()!,
            TestContext.Current.CancellationToken
        );
        file.GetProperty("size_bytes").GetInt64().ShouldBe(bytes.Length);
        file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        result.Json[0].GetProperty("format").GetProperty("codec").GetString().ShouldBe("h264");
    }

    [Fact]
    public async Task What_is_there_is_not_fetched_again()
    {
        await GetAsync(Address(DemoWorld.PlainVideo));

        var again = (await GetAsync("-j", Address(DemoWorld.PlainVideo))).ShouldEndWith(0);
        var forced = (await GetAsync("-j", "--force", Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        again.Json[0].GetProperty("files")[0].GetProperty("already_there").GetBoolean().ShouldBeTrue();
        again.Error.ShouldContain("0 posts downloaded (0 bytes), 1 there already");
        forced.Json[0].GetProperty("files")[0].GetProperty("already_there").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_photo_post_gives_pictures_and_sound()
    {
        (await GetAsync($"https://vm.tiktok.com/{DemoWorld.PhotoCode}/")).ShouldEndWith(0);

        var pictures = _folder.Files.Where(file => file.EndsWith(".jpg", StringComparison.Ordinal)).ToList();
        pictures.Count.ShouldBe(4);
        pictures[0].ShouldBe($"paper.boats/{DemoWorld.Photos}-01.jpg");
    }

    [Fact]
    public async Task Everything_beside_the_video_is_written_when_asked()
    {
        (
            await GetAsync("--write-info-json", "--write-subs", "--write-cover", Address(DemoWorld.WithSubtitles))
        ).ShouldEndWith(0);

        var stem = $"sunny.garden/{DemoWorld.WithSubtitles}";
        _folder.Files.ShouldContain($"{stem}.mp4", StringComparer.Ordinal);
        _folder.Files.ShouldContain($"{stem}.cover.jpg", StringComparer.Ordinal);
        _folder.Files.ShouldContain(file => file.EndsWith(".vtt", StringComparison.Ordinal));
        var info = JsonDocument.Parse(await ReadAsync($"{stem}.info.json")).RootElement;
        info.GetProperty("id").GetString().ShouldBe(DemoWorld.WithSubtitles);
        info.GetProperty("files")[0].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Only_the_sound_when_asked()
    {
        (await GetAsync("-x", Address(DemoWorld.PlainVideo))).ShouldEndWith(0);

        _folder.Files.ShouldBe([$"sunny.garden/{DemoWorld.PlainVideo}.m4a"]);
    }

    [Fact]
    public async Task A_creators_newest_come_first()
    {
        var result = (await GetAsync("harbor_lights", "--max", "3", "-j", "--concurrency", "1")).ShouldEndWith(0);

        result
            .Json.Select(post => ulong.Parse(post.GetProperty("id").GetString()!))
            .ShouldBeInOrder(SortDirection.Descending);
        _folder.Files.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_the_days_asked_for_are_taken()
    {
        (
            await GetAsync(
                "@harbor_lights",
                "--after",
                "2026-08-10",
                "--before",
                "20260814",
                "-o",
                "%(upload_date)s.%(ext)s"
            )
        ).ShouldEndWith(0);

        _folder.Files.Count.ShouldBeInRange(3, 4);
        _folder.Files.ShouldAllBe(file => file.StartsWith("2026081", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_random_choice_is_of_the_creators_own_posts()
    {
        var result = (await GetAsync("sunny.garden", "--random", "--max", "2", "--simulate", "-j")).ShouldEndWith(0);

        result.Json.Count.ShouldBe(2);
        result.Json.ShouldAllBe(post => post.GetProperty("username").GetString() == DemoWorld.SunnyGarden);
        _folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_archive_remembers_what_was_downloaded()
    {
        var archive = _folder.Write("archive.txt", "youtube abc\ntiktok " + DemoWorld.Muted);

        (
            await GetAsync("--download-archive", archive, Address(DemoWorld.PlainVideo), Address(DemoWorld.Muted))
        ).ShouldEndWith(0);

        (await ReadAsync("archive.txt")).ShouldBe(
            $"youtube abc\ntiktok {DemoWorld.Muted}\ntiktok {DemoWorld.PlainVideo}\n"
        );
        _folder.Files.ShouldNotContain(file => file.Contains(DemoWorld.Muted));
        var again = await GetAsync("--download-archive", archive, "-j", Address(DemoWorld.PlainVideo));
        again.Json[0].GetProperty("skipped").GetString().ShouldBe("archive");
    }

    [Fact]
    public async Task What_failed_does_not_enter_the_archive()
    {
        var archive = _folder["archive.txt"];

        (await GetAsync("--download-archive", archive, Address(DemoWorld.Removed))).ShouldEndWith(20);

        (await ReadAsync("archive.txt")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_file_has_comments_and_a_byte_order_mark()
    {
        var batch = _folder.Write(
            "links.txt",
            $"\uFEFF# mine\r\n{Address(DemoWorld.PlainVideo)} # first\r\n\r\n; old\r\n{DemoWorld.Muted}\r\n"
        );

        (await GetAsync("-a", batch)).ShouldEndWith(0);

        _folder.Files.Count(file => file.EndsWith(".mp4", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_may_come_from_standard_input()
    {
        var result = await new CliRun { Input = Address(DemoWorld.PlainVideo) }.StartAsync(
            "get",
            "-a",
            "-",
            "-P",
            _folder.Path,
            $"--tiktok-address={fixture.Address}"
        );

        result.ShouldEndWith(0);
        _folder.Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_failure_does_not_stop_the_others()
    {
        var result = await GetAsync(
            Address(DemoWorld.Removed),
            Address(DemoWorld.PlainVideo),
            "https://youtube.com/watch?v=x"
        );

        result.ShouldEndWith(3);
        _folder.Files.Count.ShouldBe(1);
        result.Error.ShouldContain("1 post downloaded");
        result.Error.ShouldContain("2 failed");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = _folder.Write("file", "");

        var result = await GetAsync(Address(DemoWorld.PlainVideo), "-P", Path.Combine(file, "below"));

        result.ShouldEndWith(50);
        result.Error.ShouldContain("remedy");
    }

    [Fact]
    public async Task An_interrupted_run_leaves_nothing_half_under_its_name_and_can_go_on()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = new CliRun { CancellationToken = stop.Token }.StartAsync(
            "get",
            Address(DemoWorld.PlainVideo),
            "--limit-rate=2K",
            "--no-progress",
            "-P",
            _folder.Path,
            $"--tiktok-address={fixture.Address}"
        );
        await UntilAsync(() => _folder.Files.Any(file => file.EndsWith(".part", StringComparison.Ordinal)));
        await stop.CancelAsync();

        var stopped = (await run).ShouldEndWith(130);
        stopped.Error.ShouldContain("the same command goes on");
        _folder.Files.ShouldNotContain($"sunny.garden/{DemoWorld.PlainVideo}.mp4", StringComparer.Ordinal);

        (await GetAsync(Address(DemoWorld.PlainVideo))).ShouldEndWith(0);
        _folder.Files.ShouldBe([$"sunny.garden/{DemoWorld.PlainVideo}.mp4"]);
    }

    [Fact]
    public async Task Progress_is_on_standard_error_and_can_be_left_out()
    {
        var shown = await GetAsync(Address(DemoWorld.PlainVideo));
        var hidden = await GetAsync(Address(DemoWorld.Muted), "--no-progress");
        var quiet = await GetAsync(Address(DemoWorld.Pinned), "--quiet");

        shown.Error.ShouldContain("100 %");
        hidden.Error.ShouldNotContain("%");
        hidden.Error.ShouldContain("1 post downloaded");
        quiet.Error.ShouldBeEmpty();
    }

    /// <summary>Looks again and again, without a limit of its own: the test's token ends it.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Address(string id) => $"https://www.tiktok.com/@sunny.garden/video/{id}";

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(_folder[name], TestContext.Current.CancellationToken);

    private Task<CliResult> GetAsync(params string[] args) =>
        CliRun.RunAsync(["get", "-P", _folder.Path, .. args, "--retries=0", $"--tiktok-address={fixture.Address}"]);
}
