using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Remote;

public sealed class VerifyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_archive_is_found_whole_and_a_flipped_bit_is_named()
    {
        await using var host = await ServerHost.StartAsync(Token);
        await host.PutAsync("/tiktok/student/s-1/username", new { username = "harbor_lights" });
        await host.PostAsync("/tiktok/student/s-1/download?max_videos=2");
        using var folder = new TemporaryFolder();

        var whole = (await RunAsync(host, "--write-head", folder["heads.json"])).ShouldEndWith(0);
        whole.Out.ShouldBeEmpty();
        whole.Error.ShouldContain("2 records, 4 files"); // a cover beside each
        whole.Error.ShouldContain("everything as it was kept");
        folder.Files.ShouldBe(["heads.json"]);
        (await RunAsync(host, "--head", folder["heads.json"])).ShouldEndWith(0);

        var victim = Directory.EnumerateFiles(host.DataFolder, "*.mp4", SearchOption.AllDirectories).First();
        Flip(victim);

        var damaged = (await RunAsync(host)).ShouldEndWith(42);
        damaged.Lines.ShouldHaveSingleItem().ShouldStartWith("changed ");
        damaged.Out.ShouldContain(Path.GetFileNameWithoutExtension(victim));
        var report = (await RunAsync(host, "-j")).ShouldEndWith(42).Json.ShouldHaveSingleItem().GetProperty("report");
        report.GetProperty("success").GetBoolean().ShouldBeFalse();
        report.GetProperty("findings")[0].GetProperty("kind").GetString().ShouldBe("changed");
        (await RunAsync(host, "--write-head", folder["after.json"])).ShouldEndWith(42);
        folder.Files.ShouldBe(["heads.json"]);
    }

    [Fact]
    public async Task Heads_that_are_none_are_refused_before_anything_is_asked()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("heads.json", "{}");

        var result = await CliRun.RunAsync("verify", "--key=k", "--server=http://127.0.0.1:1", "--head", file);

        result.ShouldEndWith(2).Error.ShouldContain("holds no heads");
    }

    private static void Flip(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = stream.Length / 2;
        var value = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(value ^ 1));
    }

    private static Task<CliResult> RunAsync(ServerHost host, params string[] args) =>
        CliRun.RunAsync(["verify", .. args, $"--server={host.Server.Address}", $"--key={host.Key}"]);
}
