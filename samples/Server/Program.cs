using System.Security.Cryptography;
using Clipyard.Client;
using Clipyard.Client.Jobs;
using Clipyard.Client.Students;
using Clipyard.Failures;

// CLIPYARD_SERVER=http://127.0.0.1:8000 CLIPYARD_KEY=... dotnet run --project samples/Server -- STUDENT USERNAME
var address = Environment.GetEnvironmentVariable("CLIPYARD_SERVER") ?? "http://127.0.0.1:8000";
var key = Environment.GetEnvironmentVariable("CLIPYARD_KEY");
if (key is null || args is not [var student, var username])
{
    await Console.Error.WriteLineAsync("Set CLIPYARD_KEY and name a student: Server STUDENT USERNAME");
    return 2;
}

using var client = new ClipyardServerClient(new Uri(address), key);

try
{
    var link = await client.Students.LinkAsync(student, username);
    Console.WriteLine($"linked {link.StudentId} to {link.Username}");

    var download = await client.Students.DownloadAsync(
        student,
        new StudentDownloadRequest { MaxVideos = 3 },
        new Progress<JobEvent>(happened => Console.Error.WriteLine($"{happened.Type} {happened.Item?.VideoId}"))
    );
    foreach (var video in download.Videos)
    {
        Console.WriteLine($"stored {video.VideoId}");
    }

    var videos = new List<StoredVideo>();
    await foreach (var video in client.Students.GetVideosAsync(student))
    {
        videos.Add(video);
    }

    Console.WriteLine($"listed {videos.Count}");

    var report = await client.Archive.VerifyAsync();
    Console.WriteLine($"verified {(report.Success ? "ok" : "DAMAGED")}, {report.Checked?.Files} files");

    await using var bytes = await client.Media.OpenAsync(videos[0].LocalPath);
    var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes));
    Console.WriteLine($"fetched {videos[0].VideoId} {hash}");
    return report.Success && hash == videos[0].Sha256 ? 0 : 1;
}
catch (ClipyardException error)
{
    await Console.Error.WriteLineAsync($"{error.Code}: {error.Message} {error.Remedies[0]}");
    return 1;
}
