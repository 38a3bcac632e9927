using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class AccountsPageTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task An_account_is_connected_explained_and_disconnected(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await OpenAsync(journey);
                await journey.SeesAsync("No account yet");
                await journey.IsForEverybodyAsync();

                await ConnectAsync(journey);
                await journey.SeesAsync("The TikTok account is connected.");
                await journey.SeesAsync("Drafts to the inbox");
                await journey.SeesAsync("then it has to be connected again");
                await journey.SeesAsync("Nothing waits for this account.");
                await Assertions
                    .Expect(
                        journey.Page.GetByRole(
                            AriaRole.Progressbar,
                            new() { Name = "Drafts waiting in the inbox: 0 of 5" }
                        )
                    )
                    .ToBeAttachedAsync();
                new Uri(journey.Page.Url).PathAndQuery.ShouldBe("/accounts");
                await journey.IsForEverybodyAsync();

                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
                var dialog = journey.Page.GetByRole(AriaRole.Dialog);
                await Assertions.Expect(dialog).ToContainTextAsync("Posts to it that have not gone out yet fail");
                await journey.IsForEverybodyAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();

                await journey.SeesAsync("No account yet");
                (await journey.Host.GetAsync("/api/tiktok/status"))["connected"].GetBoolean().ShouldBeFalse();
            }
        );

    [Theory, OnScreens]
    public Task An_account_that_TikTok_no_longer_lets_in_says_so_and_is_connected_again(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await OpenAsync(journey);
                await ConnectAsync(journey);
                var id = (await journey.Host.GetAsync("/api/tiktok/status"))["accounts.0.account_id"].GetGuid();
                journey
                    .Host.Sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, DemoApps.AuditedKey)
                    .ShouldBeTrue();
                await journey.Host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");

                await journey.SeesAsync("Clipyard cannot use this account now");
                await journey.IsForEverybodyAsync();

                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect again" }).ClickAsync();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
                await journey.SeesPageAsync("Accounts");
                await Assertions.Expect(journey.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
            }
        );

    [Theory, OnScreens]
    public Task Without_an_app_the_page_says_what_to_set_and_names_the_sandbox(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await OpenAsync(journey);

                await journey.SeesAsync("No TikTok app is set up");
                await journey.SeesAsync("TIKTOK_CLIENT_KEY");
                await journey.SeesAsync("--demo");
                await journey.IsForEverybodyAsync();
            },
            ("TikTok:ClientKey", null),
            ("TikTok:ClientSecret", null)
        );

    private static async Task OpenAsync(Journey journey)
    {
        await journey.SignInAsync();
        await journey.GoAsync("/accounts");
        await journey.SeesPageAsync("Accounts");
    }

    private static async Task ConnectAsync(Journey journey)
    {
        await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a" }).ClickAsync();
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await journey.SeesPageAsync("Accounts");
        await Assertions.Expect(journey.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
    }
}
