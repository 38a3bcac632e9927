using System.Net;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class SettingsTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_key_is_made_used_and_revoked(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await OpenAsync(journey, "/keys", "API keys");
                await Button(journey, "Make a key").ClickAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByLabel("Name").FillAsync("Render farm");
                await dialog.GetByLabel("Tasks").CheckAsync();
                await dialog.GetByLabel("Accept it in addresses").CheckAsync();
                await journey.SeesAsync("Addresses are seen");
                await journey.IsForEverybodyAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

                await journey.SeesAsync("Copy it now");
                var key = await page.Locator("[data-secret]").InnerTextAsync();
                await journey.IsForEverybodyAsync();
                using var client = journey.Host.CreateClient(key);
                (await client.GetAsync("/api/v1/instances", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
                (await client.PostAsync("/api/v1/archive/verify", content: null, Stop)).StatusCode.ShouldBe(
                    HttpStatusCode.Forbidden
                );

                await page.ReloadAsync();
                await Button(journey, "Revoke Render farm").ClickAsync();
                (await page.ContentAsync()).ShouldNotContain(key);
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
                await Assertions.Expect(page.GetByText("Revoked", new() { Exact = true })).ToBeVisibleAsync();
                (await client.GetAsync("/api/v1/instances", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            }
        );

    [Theory, OnScreens]
    public async Task A_webhook_is_added_tested_and_its_delivery_sent_again(Screen screen)
    {
        await using var receiver = await Receiver.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await OpenAsync(journey, "/webhooks", "Webhooks");
                await journey.IsForEverybodyAsync();
                await Button(journey, "Add a webhook").ClickAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByLabel("Address").FillAsync(receiver.Address);
                await dialog.GetByLabel("What to call it").FillAsync("Newsroom");
                await dialog.GetByLabel("post.published").CheckAsync();
                await journey.IsForEverybodyAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Add the webhook" }).ClickAsync();

                await journey.SeesPageAsync("Newsroom");
                await journey.SeesAsync("Nothing sent yet");
                var secret = await page.Locator("[data-secret]").InnerTextAsync();
                await Button(journey, "Send a test").ClickAsync();
                await Assertions.Expect(page.GetByText("Received", new() { Exact = true }).Last).ToBeVisibleAsync();
                await journey.SeesAsync("answered 200");
                await journey.IsForEverybodyAsync();
                var (id, timestamp, signatures, body) = receiver.Got.ShouldHaveSingleItem();
                signatures.ShouldContain(Sign(secret, $"{id}.{timestamp}.{body}"));

                await Button(journey, "Send again: webhook.test").ClickAsync();
                await journey.SeesAsync("2 tries");
                receiver.Got.Count.ShouldBe(2);

                await Button(journey, "Switch off").ClickAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
                await journey.SeesAsync("It is switched off");
                await page.ReloadAsync();
                await journey.SeesAsync("It is switched off");
                await Assertions.Expect(page.Locator("[data-secret]")).ToHaveCountAsync(0);
                await journey.IsForEverybodyAsync();
            },
            ("Network:TrustedOrigins:0", receiver.Origin)
        );
    }

    [Theory, OnScreens]
    public Task A_person_is_added_who_sees_no_administration(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await OpenAsync(journey, "/people", "People");
                await Button(journey, "Add a person").ClickAsync();
                await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("ben");
                await journey.IsForEverybodyAsync();
                await Button(journey, "Add the person").ClickAsync();
                await journey.SeesAsync("The password of ben");
                var password = await page.Locator("[data-secret]").InnerTextAsync();
                await journey.IsForEverybodyAsync();

                await page.Context.ClearCookiesAsync();
                await journey.GoAsync("/settings/people");
                await page.GetByLabel("Name").FillAsync("ben");
                await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
                await page.Keyboard.PressAsync("Enter");

                await journey.SeesPageAsync("People");
                await journey.SeesAsync("For administrators");
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByText("People"))
                    .ToHaveCountAsync(0);
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task A_password_is_changed_and_everybody_signed_out(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                const string Next = "harbour-lantern-42-quiet";
                var page = journey.Page;
                await OpenAsync(journey, "", "Settings");
                await page.GetByLabel("Dark").CheckAsync();
                await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
                await page.GetByLabel(screen.IsDark ? "Dark" : "Light").CheckAsync();
                await page.GetByLabel("Present password").FillAsync(journey.Host.Password);
                await page.GetByLabel("New password", new() { Exact = true }).FillAsync(Next);
                await page.GetByLabel("New password again").FillAsync("something else");
                await Button(journey, "Change the password").ClickAsync();
                await journey.SeesAsync("Not the same as the new password");
                await journey.IsForEverybodyAsync();
                await page.GetByLabel("New password again").FillAsync(Next);
                await Button(journey, "Change the password").ClickAsync();
                await journey.SeesAsync("The password is changed.");

                await page.GetByRole(AriaRole.Region, new() { Name = "Signed in" })
                    .GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" })
                    .ClickAsync();
                await page.GetByRole(AriaRole.Dialog)
                    .GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" })
                    .ClickAsync();
                await journey.SeesPageAsync("Sign in");
                await page.GetByLabel("Name").FillAsync("admin");
                await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Next);
                await page.Keyboard.PressAsync("Enter");
                await journey.SeesPageAsync("Settings");
            }
        );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ILocator Button(Journey journey, string name) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = name });

    private static async Task OpenAsync(Journey journey, string section, string title)
    {
        await journey.SignInAsync();
        await journey.GoAsync($"/settings{section}");
        await journey.SeesPageAsync(title);
    }

    private static string Sign(string secret, string text)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}
