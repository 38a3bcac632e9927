using System.Net;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Identity;
using Clipyard.Server.Tests.Publishing.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.N8n;

public sealed class ConnectionTestTests
{
    private const string Route = "/n8n/test-connection";

    [Fact]
    public async Task It_says_whose_key_it_is_and_what_is_connected()
    {
        await using var host = await PostHost.StartAsync();
        var key = await host.KeyAsync("tasks");

        var answer = await host.WithKeyAsync(key, HttpMethod.Get, Route);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["user"].GetString().ShouldBe("admin");
        answer["tiktok_connected"].GetBoolean().ShouldBeTrue();
        answer["accounts"].GetArrayLength().ShouldBe(1);
        answer["accounts.0.account_id"].GetGuid().ShouldBe(host.AccountId);
        answer["accounts.0.username"].GetString().ShouldBe(PostHost.Username);
        answer["accounts.0.state"].GetString().ShouldBe("connected");
        Version.TryParse(answer["version"].GetString(), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_cannot_be_used_is_listed_and_does_not_count()
    {
        await using var host = await PostHost.StartAsync();
        await host.InScopeAsync(services =>
            services
                .GetRequiredService<ClipyardDb>()
                .Set<TikTokAccount>()
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.NeedsReconnect))
        );

        var answer = await host.Server.GetAsync(Route);

        answer["tiktok_connected"].GetBoolean().ShouldBeFalse();
        answer["accounts.0.state"].GetString().ShouldBe("needs_reconnect");
    }

    [Fact]
    public async Task A_key_in_the_address_works_if_it_may()
    {
        await using var host = await PostHost.StartAsync();
        using var client = new Browser(host.Server);

        var may = await client.GetAsync($"{Route}?api_key={await host.KeyAsync("draft", allowInQuery: true)}");
        var mayNot = await client.GetAsync($"{Route}?api_key={await host.KeyAsync("draft")}");

        may["success"].GetBoolean().ShouldBeTrue(may.Text);
        mayNot.Code.ShouldBe("unauthenticated");
    }

    [Theory]
    [InlineData(Route)]
    [InlineData(Route + "?api_key=cyk_wrong")]
    public async Task A_wrong_key_is_401_and_prints_the_corrected_call(string path)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.WithKeyAsync("cyk_wrong", HttpMethod.Get, path);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["success"].GetBoolean().ShouldBeFalse();
        answer["remedy"]
            .GetString()!
            .ShouldContain($"curl -H 'Authorization: Bearer KEY' '{host.Server.Server.Address}n8n/test-connection'");
        answer.Text.ShouldNotContain("cyk_wrong");
    }

    [Fact]
    public async Task Another_owner_sees_only_their_own()
    {
        await using var host = await PostHost.StartAsync();
        var ben = await Someone.AddAsync(host.Server, "ben");

        var answer = await host.WithKeyAsync(ben.Key, HttpMethod.Get, Route);

        answer["user"].GetString().ShouldBe("ben");
        answer["tiktok_connected"].GetBoolean().ShouldBeFalse();
        answer["accounts"].GetArrayLength().ShouldBe(0);
    }
}
