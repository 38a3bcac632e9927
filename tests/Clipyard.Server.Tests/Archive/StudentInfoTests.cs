using System.Net;
using System.Text.Json;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Archive;

public sealed class StudentInfoTests
{
    [Fact]
    public async Task The_creators_profile_and_what_is_kept_are_told()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");

        var answer = await host.GetAsync("/tiktok/student/anna/info");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["student_id"].GetString().ShouldBe("anna");
        answer["username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        answer["profile.nickname"].GetString()!.ShouldContain("Sunny Garden");
        answer["profile.followers"].GetInt64().ShouldBeGreaterThan(700_000);
        answer["profile.verified"].GetBoolean().ShouldBeTrue();
        answer["profile.private"].GetBoolean().ShouldBeFalse();
        answer["profile.videos"].GetInt64().ShouldBe(13);
        answer["profile.avatar_url"].GetString().ShouldStartWith("https://");
        answer["profile_error"].ValueKind.ShouldBe(JsonValueKind.Null);
        answer["stored_videos"].GetInt64().ShouldBe(1);
        answer["stored_bytes"].GetInt64().ShouldBeGreaterThan(0);
        answer["last_download_at"].GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Without_TikTok_what_is_kept_is_told_all_the_same()
    {
        await using var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("TikTok:Retries", "0")) }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        host.Sandbox.Faults.Add(new SandboxFault { Kind = FaultKind.LostAnswer, Times = null });

        var answer = await host.GetAsync("/tiktok/student/anna/info");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["profile"].ValueKind.ShouldBe(JsonValueKind.Null);
        answer["profile_error.code"].GetString().ShouldBe("network_error");
        answer["profile_error.remedy"].GetString().ShouldNotBeNullOrEmpty();
        answer["stored_videos"].GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_is_nobodys_is_told_beside_what_is_kept()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.NoSuchUser);

        var answer = await host.GetAsync("/tiktok/student/anna/info");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["profile_error.code"].GetString().ShouldBe("no_such_user");
    }
}
