using System.Net;
using Clipyard.Server.Tests.Publishing.Requests;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class MessageTests
{
    private const string Clip = "7123456789012345678";
    private const string Cover = $"tiktok/garden/{Clip}.cover.jpg";

    [Fact]
    public async Task No_message_has_the_address_of_a_picture()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await PostHost.StartAsync(configure: setup =>
            setup with
            {
                Settings = ServerHost.With(setup, ("Network:TrustedOrigins:0", receiver.Origin)),
            }
        );
        await host.AddClipAsync(Clip, cover: Cover);
        var hook = await host.Server.PostAsync(
            "/api/webhooks",
            new { url = receiver.Address, events = (string[])["post.created"] }
        );
        hook.Status.ShouldBe(HttpStatusCode.Created, hook.Text);

        var post = await host.AskAsync(new { source = new { clip_id = Clip }, callback_url = receiver.Address });
        await host.Server.PostAsync($"/api/posts/{post["post_id"].GetGuid()}/cancel");
        await HookSteps.RunAsync(host.Server, host.Clock);

        post["thumbnail_url"].GetString().ShouldNotBeNull().ShouldContain(Cover);
        receiver.Got.Select(got => got.Type).Order(StringComparer.Ordinal).ShouldBe(["post.cancelled", "post.created"]);
        receiver.Got.ShouldAllBe(got => got.Body.Contains(Clip, StringComparison.Ordinal));
        receiver.Got.ShouldAllBe(got => !got.Body.Contains("thumbnail", StringComparison.Ordinal));
        receiver.Got.ShouldAllBe(got => !got.Body.Contains("/media/", StringComparison.Ordinal));
    }
}
