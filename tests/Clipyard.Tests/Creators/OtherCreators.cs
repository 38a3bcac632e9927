using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;
using Clipyard.Tests.Client;

namespace Clipyard.Tests.Creators;

/// <summary>Answers that are about somebody else than the creator asked for.</summary>
public sealed class OtherCreators
{
    [Fact]
    public async Task A_profile_of_somebody_else_is_refused()
    {
        await using var server = await AnsweringAsync($"https://www.tiktok.com/@{DemoWorld.SunnyGarden}");
        using var client = new ClipyardClient(new ClipyardOptions { TikTokAddress = server.Address });

        var error = await Should.ThrowAsync<ClipyardException>(
            client.Creators.GetAsync(DemoWorld.HarborLights, TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("wrong_video");
        error.Detail!.ShouldContain(DemoWorld.SunnyGarden);
    }

    [Fact]
    public async Task A_name_in_other_letters_is_the_same_name()
    {
        await using var server = await AnsweringAsync($"https://www.tiktok.com/@{DemoWorld.SunnyGarden}");
        using var client = new ClipyardClient(new ClipyardOptions { TikTokAddress = server.Address });

        var creator = await client.Creators.GetAsync("Sunny.Garden", TestContext.Current.CancellationToken);

        creator.Username.ShouldBe(DemoWorld.SunnyGarden);
    }

    [Fact]
    public async Task Posts_of_somebody_else_are_left_out_of_a_list()
    {
        await using var sandbox = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);
        var other = sandbox.Sandbox.World.FindCreator(DemoWorld.SunnyGarden)!.SecUid;
        var own = sandbox.Sandbox.World.FindCreator(DemoWorld.HarborLights)!.SecUid;
        await using var server = await AnsweringAsync(
            $"https://www.tiktok.com/api/creator/item_list/?aid=1988&count=15&type=1&cursor=4000000000000&secUid={other}"
        );
        using var client = new ClipyardClient(
            new ClipyardOptions { TikTokAddress = server.Address, UseRateLimiter = false }
        );

        (await CountAsync(client, own)).ShouldBe(0);
        (await CountAsync(client, other)).ShouldBeGreaterThan(0);
    }

    private static async Task<int> CountAsync(ClipyardClient client, string secUid)
    {
        var count = 0;
        await foreach (var _ in client.Creators.GetPostsAsync(secUid, TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>A server that has one answer to everything: the sandbox's to this address.</summary>
    private static async Task<RawServer> AnsweringAsync(string address)
    {
        await using var sandbox = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);
        var body = await sandbox.GetTextAsync(
            address,
            ("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0")
        );
        return new RawServer($"HTTP/1.1 200 OK\nConnection: close\n\n{body}");
    }
}
