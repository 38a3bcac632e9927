using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>What TikTok answers about an upload, late, twice or not at all.</summary>
public sealed class UploadAnswersTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_publish_id_that_TikTok_cannot_find_yet_fails_nothing()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Sandbox.Official.Settings = host.Sandbox.Official.Settings with { PublishIdDelay = Soon };
        var video = host.NewVideo();

        var id = await host.AskAsync(video);
        await host.UntilAsync(id, PostState.InInbox);

        host.Made(video).ShouldBe(1);
        (await host.AttemptsAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nor_does_it_after_a_restart_that_has_to_ask_how_much_arrived()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Sandbox.Official.Settings = host.Sandbox.Official.Settings with { PublishIdDelay = Soon };
        var video = host.NewVideo();
        var id = await host.AskAsync(video);
        await host.StepAsync(id);
        await host.StepAsync(id);
        (await host.RowAsync(id)).State.ShouldBe(PostState.Uploading);

        await host.Host.RestartAsync();
        await host.UntilAsync(id, PostState.InInbox);

        host.Made(video).ShouldBe(1);
        (await host.AttemptsAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_answer_to_the_only_chunk_is_lost_the_status_tells_at_once_that_it_arrived()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.LostAnswer,
                Endpoint = SandboxEndpoint.Upload,
                Times = 1,
            }
        );
        var video = host.NewVideo();
        var asked = host.Clock.GetUtcNow();

        var id = await host.AskAsync(video);
        await host.UntilAsync(id, PostState.InInbox);

        (host.Clock.GetUtcNow() - asked).ShouldBeLessThan(Soon);
        host.Made(video).ShouldBe(1);
    }
}
