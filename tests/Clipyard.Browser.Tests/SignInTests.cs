using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class SignInTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_wrong_password_is_refused_with_what_helps_and_the_right_one_leads_home(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await journey.GoAsync("/");
                await journey.SeesPageAsync("Sign in");
                await journey.IsForEverybodyAsync();

                await page.GetByLabel("Name").FillAsync("admin");
                await page.GetByLabel("Password", new() { Exact = true }).FillAsync("wrong");
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
                var alert = page.GetByRole(AriaRole.Alert);
                await Assertions.Expect(alert).ToContainTextAsync("The name or the password is wrong.");
                await Assertions.Expect(alert).ToContainTextAsync("Try again");
                await journey.IsForEverybodyAsync();

                await page.GetByLabel("Password", new() { Exact = true }).FillAsync(journey.Host.Password);
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
                await journey.SeesPageAsync("Home");
            }
        );

    [Theory, OnScreens]
    public Task Nothing_is_sent_before_both_fields_are_filled(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.GoAsync("/sign-in");
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

                await journey.SeesAsync("Your name here, such as admin");
                await Assertions.Expect(journey.Page.GetByLabel("Name")).ToBeFocusedAsync();
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task Whoever_signs_out_is_out_in_every_tab(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                var other = await journey.OpenTabAsync();
                await other.GotoAsync(journey.Page.Url);
                await other.GetByRole(AriaRole.Heading, new() { Name = "Home" }).WaitForAsync();

                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "You: admin" }).ClickAsync();
                await journey.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out", Exact = true }).ClickAsync();

                await journey.SeesPageAsync("Sign in");
                await other.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
            }
        );

    [Theory, OnScreens]
    public Task A_session_that_has_ended_leads_to_the_sign_in_page_and_back(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.Page.Context.ClearCookiesAsync();
                await journey.GoAsync("/no-such-page?a=1");
                await journey.SeesPageAsync("Sign in");
                await journey.SeesAsync("Sign in to go on where you were.");

                await journey.Page.GetByLabel("Name").FillAsync("admin");
                await journey.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(journey.Host.Password);
                await journey.Page.Keyboard.PressAsync("Enter");

                await journey.SeesPageAsync("No such page");
                new Uri(journey.Page.Url).PathAndQuery.ShouldBe("/no-such-page?a=1");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task A_link_to_the_sign_in_page_leads_nowhere_else(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.GoAsync("/sign-in?from=%2F%2Fevil.example%2F");
                await journey.Page.GetByLabel("Name").FillAsync("admin");
                await journey.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(journey.Host.Password);
                await journey.Page.Keyboard.PressAsync("Enter");

                await journey.SeesPageAsync("Home");
                new Uri(journey.Page.Url).Authority.ShouldBe(journey.Host.Server.Address.Authority);
            }
        );
}
