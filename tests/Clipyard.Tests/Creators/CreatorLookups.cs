using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Creators;

public sealed class CreatorLookups
{
    [Theory]
    [InlineData("sunny.garden")]
    [InlineData("@sunny.garden")]
    [InlineData("https://www.tiktok.com/@sunny.garden?lang=en")]
    public async Task A_profile_is_read_however_the_creator_is_named(string name)
    {
        await using var host = await LibraryHost.StartAsync();

        var creator = await host.Client.Creators.GetAsync(name, TestContext.Current.CancellationToken);

        creator.Username.ShouldBe("sunny.garden");
        creator.IsVerified.ShouldBe(true);
        creator.Videos.ShouldBe(13);
        creator.SecUid!.ShouldStartWith("MS4wLjABAAAA");
        creator.ExactCounts.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_of_digits_is_a_name()
    {
        await using var host = await LibraryHost.StartAsync();

        var creator = await host.Client.Creators.GetAsync(DemoWorld.NumericName, TestContext.Current.CancellationToken);

        creator.Username.ShouldBe(DemoWorld.NumericName);
    }

    [Theory]
    [InlineData(DemoWorld.NoSuchUser, "no_such_user")]
    [InlineData(DemoWorld.Banned, "no_such_user")]
    [InlineData(DemoWorld.QuietAttic, "private_account")]
    public async Task A_creator_who_cannot_be_had_is_named(string name, string code)
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ContentUnavailableException>(
            host.Client.Creators.GetAsync(name, TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("https://www.tiktok.com/@sunny.garden/video/7676039855859302657")]
    [InlineData("../etc")]
    public void What_is_no_name_is_refused_before_anything_is_asked(string name)
    {
        using var client = new ClipyardClient();

        Should.Throw<ClipyardException>(() => client.Creators.GetPostsAsync(name)).Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task An_account_that_claims_to_be_private_but_shows_its_videos_is_read()
    {
        await using var host = await LibraryHost.StartAsync();

        var creator = await host.Client.Creators.GetAsync(DemoWorld.HalfOpen, TestContext.Current.CancellationToken);

        creator.Videos!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_profile_page_without_data_sends_us_to_the_embed_page()
    {
        await using var host = await LibraryHost.StartAsync();

        var creator = await host.Client.Creators.GetAsync(DemoWorld.HiddenDoor, TestContext.Current.CancellationToken);

        creator.Username.ShouldBe(DemoWorld.HiddenDoor);
        creator.ExactCounts.ShouldBeFalse();
    }
}
