using System.Net;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Archive.Importing;
using Clipyard.Server.Sqlite;
using Clipyard.Testing.Media;

namespace Clipyard.Server.Tests.Importing;

public sealed class ImportTests : IAsyncLifetime
{
    private const string First = "7000000000000000001";
    private const string Second = "7000000000000000002";

    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-import-").FullName;
    private ServerHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ServerHost.StartAsync(Token);
        Put($"tiktok/cool_student/{First}.mp4", "aurora.mp4");
        Put("elsewhere/second.mp4", "tide.mp4");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.RestartAsync();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Rows_and_files_of_another_archive_are_kept_like_our_own()
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder, "elsewhere", "second.mp4"), Token);
        var hash = Convert.ToHexString(SHA256.HashData(bytes));
        var report = await ImportAsync(
            "id,Username,student_id,created_at\r\n1,@Cool_Student,s1,2025-01-02\r\n",
            "created_at,caption,video_id,student_id,local_path,sha256,extra\n"
                + $"2025-01-02 03:04:05+00,\"Hello, \"\"you\"\"\",{First},s1,"
                + $"https://x.supabase.co/storage/v1/object/public/tiktok-videos/tiktok/cool_student/{First}.mp4?x=1,,\n"
                + $",,{Second},s1,elsewhere/second.mp4,{hash},more\n"
        );

        report.Faults.ShouldBeEmpty();
        (report.Students, report.Videos, report.AlreadyKept).ShouldBe((1, 2, 0));

        await _host.RestartAsync();
        var videos = await _host.GetAsync("/tiktok/student/s1/videos");
        videos["count"].GetInt32().ShouldBe(2, videos.Text);
        var second = videos["videos"].EnumerateArray().Single(v => v.GetProperty("video_id").GetString() == Second);
        using var client = _host.CreateClient();
        (await client.GetByteArrayAsync(second.GetProperty("local_path").GetString(), Token)).ShouldBe(bytes);
        var first = videos["videos"].EnumerateArray().Single(v => v.GetProperty("video_id").GetString() == First);
        first.GetProperty("caption").GetString().ShouldBe("Hello, \"you\"");
        (await _host.PostAsync("/api/v1/archive/verify"))["success"].GetBoolean().ShouldBeTrue();
        var info = Path.Combine(
            _host.DataFolder,
            "media",
            "tiktok-videos",
            "tiktok",
            "cool_student",
            $"{Second}.info.json"
        );
        (await File.ReadAllTextAsync(info, Token)).ShouldContain("\"origin\":\"import\"");
    }

    [Fact]
    public async Task Importing_again_imports_nothing_twice()
    {
        var (users, videos) = ("student_id,username\ns1,cool_student\n", $"student_id,video_id\ns1,{First}\n");
        await ImportAsync(users, videos);

        var again = await ImportAsync(users, videos);

        (again.Videos, again.AlreadyKept, again.FaultsTotal).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_and_changes_nothing()
    {
        var report = await ImportAsync(
            "student_id,username\ns1,cool_student\n",
            $"student_id,video_id\ns1,{First}\n",
            dryRun: true
        );

        (report.DryRun, report.Videos, report.Success).ShouldBe((true, 1, true));
        await _host.RestartAsync();
        (await _host.GetAsync("/tiktok/student/s1/videos")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_fault_is_named_by_line_and_column_and_nothing_is_imported()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.mp4"), "no video", Token);

        var report = await ImportAsync(
            "student_id,username\ns1,cool_student\n../x,other\ns2,not a name!\ns3,cool_student\n",
            "student_id,video_id,object,posted_at,sha256\n"
                + $"s1,{First},,,\n"
                + $"s1,{First},,,\n"
                + $"nobody,{Second},,,\n"
                + "s1,abc,,,\n"
                + "s1,7000000000000000003,broken.mp4,,\n"
                + "s1,7000000000000000004,../../etc/passwd,,\n"
                + "s1,7000000000000000005,missing.mp4,never,\n"
                + "s1,7000000000000000006,elsewhere/second.mp4,,xyz\n"
                + $"s1,7000000000000000007,elsewhere/second.mp4,,{new string('0', 64)}\n"
        );

        report
            .Faults.Select(fault => $"{fault.File}:{fault.Line}:{fault.Column}")
            .ShouldBe([
                "users.csv:3:student_id",
                "users.csv:4:username",
                "users.csv:5:username",
                "videos.csv:3:video_id",
                "videos.csv:4:student_id",
                "videos.csv:5:video_id",
                "videos.csv:6:object",
                "videos.csv:7:object",
                "videos.csv:8:posted_at",
                "videos.csv:8:object",
                "videos.csv:9:sha256",
                "videos.csv:10:sha256",
            ]);
        await _host.RestartAsync();
        (await _host.GetAsync("/tiktok/students"))["count"].GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("student_id\n", "username is missing")]
    [InlineData("", "empty")]
    [InlineData("student_id,username,username\n", "twice")]
    [InlineData("student_id,username\ns1,a,b\n", "3 fields")]
    [InlineData("student_id,username\n\"s1,a\n", "never closed")]
    public async Task A_file_that_is_no_such_table_is_refused(string users, string message)
    {
        var report = await ImportAsync(users, "student_id,video_id\n");

        report.Faults.ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    private async Task<ImportReport> ImportAsync(string users, string videos, bool dryRun = false)
    {
        await _host.Server.DisposeAsync();
        var request = new ImportRequest
        {
            UsersFile = await WriteAsync("users.csv", users),
            VideosFile = await WriteAsync("videos.csv", videos),
            Folder = _folder,
            DryRun = dryRun,
        };
        await using var offline = await OfflineServer.OpenAsync(
            new ServerSetup
            {
                Database = new SqliteProvider(),
                DataFolder = _host.DataFolder,
                ReadEnvironment = false,
            },
            Token
        );
        return await offline.ImportAsync(request, cancellationToken: Token);
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Token);
        return path;
    }

    private void Put(string name, string clip)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        File.WriteAllBytes(path, Clip.Bytes(clip));
    }
}
