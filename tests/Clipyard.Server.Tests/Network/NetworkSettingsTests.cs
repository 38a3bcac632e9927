using Clipyard.Failures;
using Clipyard.Server.Network;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Network;

public sealed class NetworkSettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sandbox_is_fetched_from_while_it_stands_in_for_TikTok()
    {
        await using var host = await StartAsync();
        var http = host.Server.Services.GetRequiredService<IGuardedHttp>();

        using var answer = await http.GetAsync(new Uri(host.Sandbox.Address, "_sandbox/clock"), Token);
        answer.IsSuccessStatusCode.ShouldBeTrue();

        var own = host.Server.Address.AbsoluteUri;
        Should.Throw<ClipyardException>(() => http.Check(own)).Code.ShouldBe("url_not_allowed");
    }

    [Fact]
    public async Task Named_origins_are_fetched_from()
    {
        await using var peer = Peer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        await using var host = await StartAsync(("Network:TrustedOrigins:0", $"http://127.0.0.1:{peer.Port}"));
        var http = host.Server.Services.GetRequiredService<IGuardedHttp>();

        using var answer = await http.GetAsync(peer.Address, Token);

        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("hi");
    }

    [Theory]
    [InlineData("Network:TrustedOrigins:0", "n8n:5678")]
    [InlineData("Network:TrustedOrigins:0", "http://n8n:5678/files")]
    [InlineData("Network:TrustedOrigins:0", "http://*.example.com")]
    [InlineData("Network:TrustedOrigins:0", "http://u:p@n8n:5678")]
    [InlineData("Network:ConnectTimeout", "00:00:00")]
    [InlineData("Network:HeaderTimeout", "00:10:01")]
    [InlineData("Network:IdleTimeout", "-00:00:01")]
    [InlineData("Network:TotalTimeout", "1.00:00:01")]
    [InlineData("Network:MaxBytes", "0")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string name, string value)
    {
        var error = await Should.ThrowAsync<Exception>(() => StartAsync((name, value)));

        error.Message.ShouldContain(name.Replace(":0", "", StringComparison.Ordinal));
    }

    private static Task<ServerHost> StartAsync(params (string Name, string? Value)[] settings) =>
        ServerHost.StartAsync(
            Token,
            setup => setup with { Settings = ServerHost.With(setup, settings), StartScheduler = false }
        );
}
