using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

/// <summary>The server as a process: started, killed, started again.</summary>
public sealed class ServeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_shows_the_password_once_and_a_stop_is_orderly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), Cancellation);
        using var folder = new TemporaryFolder();
        using var first = await StartAsync(sandbox, folder);

        first.Said.ShouldContain(line => line.Contains("password"));
        (await first.StopAsync(Cancellation)).ShouldBe(143);

        using var second = await StartAsync(sandbox, folder);
        second.Said.ShouldNotContain(line => line.Contains("password"));
    }

    [Fact]
    public async Task A_download_cut_by_kill_9_ends_in_one_whole_file_after_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), Cancellation);
        var video = sandbox.AddVideo(DemoWorld.EmptyShelf, "cut", sizeBytes: 8 << 20);
        sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Stall,
                Endpoint = SandboxEndpoint.Media,
                Bytes = 3 << 20,
                Times = 1,
            }
        );
        using var folder = new TemporaryFolder();
        string key;
        using (var first = await StartAsync(sandbox, folder))
        {
            key = first.Key;
            using var http = first.CreateClient(key);
            await LinkAsync(http);
            var download = http.PostAsync("/tiktok/student/s1/download?max_videos=1", null, Cancellation);
            await UntilBytesArriveAsync(folder);
            await first.KillAsync(Cancellation);
            await Should.ThrowAsync<HttpRequestException>(() => download);
        }

        using var second = await StartAsync(sandbox, folder);
        using var client = second.CreateClient(key);
        // Joins the job that goes on by itself.
        using var answer = await client.PostAsync("/tiktok/student/s1/download?max_videos=1", null, Cancellation);
        var kept = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        kept.GetProperty("count").GetInt32().ShouldBe(1, kept.ToString());
        var stored = Directory.GetFiles(folder["media"], "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Path.GetFileName(stored).ShouldBe($"{video.Id}.mp4");
        new FileInfo(stored).Length.ShouldBe(8 << 20);
        var listed = await client.GetFromJsonAsync<JsonElement>("/tiktok/student/s1/videos", Cancellation);
        var bytes = await File.ReadAllBytesAsync(stored, Cancellation);
        listed
            .GetProperty("videos")[0]
            .GetProperty("sha256")
            .GetString()
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task The_demo_has_something_to_look_at_and_the_next_start_finds_it_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var folder = new TemporaryFolder();
        string key;
        using (var first = await ServeProcess.StartAsync(Cancellation, "--demo", "--data", folder.Path))
        {
            key = first.Key;
            first.Said.ShouldContain(line => line.Contains("sign in"));
            var line = first.Said.Single(line => line.Contains("curl -X POST"));
            line.ShouldContain(first.Address.GetLeftPart(UriPartial.Authority));
            line.ShouldContain(key);
            await first.KillAsync(Cancellation);
        }

        using var second = await ServeProcess.StartAsync(Cancellation, "--demo", "--data", folder.Path);
        using var http = second.CreateClient(key);
        var students = await http.GetFromJsonAsync<JsonElement>("/tiktok/students", Cancellation);
        var kept = await http.GetFromJsonAsync<JsonElement>("/tiktok/student/student-2/videos", Cancellation);
        using var clip = await http.GetAsync(
            kept.GetProperty("videos")[0].GetProperty("local_path").GetString(),
            Cancellation
        );

        second.Key.ShouldBe(key);
        students.GetProperty("total").GetInt32().ShouldBe(2);
        kept.GetProperty("count").GetInt32().ShouldBe(3);
        clip.Content.Headers.ContentType?.MediaType.ShouldBe("video/mp4");
    }

    [Fact]
    public async Task A_port_that_is_taken_gets_one_plain_sentence()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), Cancellation);
        using var folder = new TemporaryFolder();

        var result = await CliRun.RunAsync(
            "serve",
            $"--urls={sandbox.Address}",
            $"--data={folder.Path}",
            "--no-config"
        );

        result.ShouldEndWith(2);
        result.Error.ShouldContain("cannot listen");
        result.Error.ShouldContain("--urls");
    }

    private static Task<ServeProcess> StartAsync(SandboxServer sandbox, TemporaryFolder folder) =>
        ServeProcess.StartAsync(
            Cancellation,
            "--data",
            folder.Path,
            "--tiktok-address",
            sandbox.Address.ToString(),
            "--set",
            "TikTok:RequestsPerMinute=0"
        );

    private static async Task LinkAsync(HttpClient http)
    {
        using var answer = await http.PutAsJsonAsync(
            "/tiktok/student/s1/username",
            new { username = DemoWorld.EmptyShelf },
            Cancellation
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Until the first bytes of the clip lie in the data folder, wherever the store keeps them meanwhile.</summary>
    private static async Task UntilBytesArriveAsync(TemporaryFolder folder)
    {
        using var watcher = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true };
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Changed += (_, _) => Look();
        watcher.Created += (_, _) => Look();
        watcher.EnableRaisingEvents = true;
        Look();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        void Look()
        {
            var large = new DirectoryInfo(folder.Path)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Any(file => file.Length > 1 << 20 && !file.Name.Contains(".db", StringComparison.Ordinal));
            if (large)
            {
                arrived.TrySetResult();
            }
        }
    }
}
