using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>
/// Somebody's way through the pages, in a browser profile of their own, before a server and a sandbox of their own.
/// When it fails it leaves a picture; a script error or a breach of the content security policy is a failure, too.
/// </summary>
public sealed class Journey : IAsyncDisposable
{
    private static readonly bool TakesPictures = Environment.GetEnvironmentVariable("CLIPYARD_PICTURES") == "1";

    private static readonly string Pictures = Repository.PathOf("artifacts", "browser");

    private readonly IBrowserContext _profile;
    private readonly ConcurrentQueue<string> _complaints = new();
    private int _seen;

    private Journey(ServerHost host, IBrowserContext profile, IPage page, Screen screen)
    {
        Host = host;
        _profile = profile;
        Page = page;
        Screen = screen;
    }

    public ServerHost Host { get; }

    public IPage Page { get; }

    public Screen Screen { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Runs one from start to end.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="screen">How they look at it.</param>
    /// <param name="steps">What they do and see.</param>
    /// <param name="settings">Settings of the server beside those of every test.</param>
    public static Task RunAsync(
        Chromium chromium,
        Screen screen,
        Func<Journey, Task> steps,
        params (string Name, string? Value)[] settings
    ) => RunAsync(chromium, screen, steps, cable: null, settings);

    /// <summary>Runs one whose browser reaches the server through a cable that can be cut.</summary>
    internal static Task RunAsync(Chromium chromium, Screen screen, Func<Journey, Task> steps, Cable cable) =>
        RunAsync(chromium, screen, steps, cable, settings: []);

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var page = await _profile.NewPageAsync();
        Listen(page);
        return page;
    }

    /// <summary>Opens an address of the pages.</summary>
    public Task GoAsync(string path) => Page.GotoAsync(new Uri(Host.Server.Address, path).AbsoluteUri);

    /// <summary>Signs in as the administrator, by the sign-in page, and waits for Home.</summary>
    public async Task SignInAsync()
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("Name").FillAsync("admin");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Host.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await SeesPageAsync("Home");
    }

    /// <summary>Waits until a page is there: its heading, and its name in the tab.</summary>
    public async Task SeesPageAsync(string title)
    {
        await Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync($"{title} · Clipyard");
    }

    /// <summary>Waits until this text can be seen.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Keeps a student's newest clips, as another program would.</summary>
    public async Task KeepClipsAsync(string student, string username, int count)
    {
        (await Host.PutAsync($"/tiktok/student/{student}/username", new { username })).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
        (await Host.PostAsync($"/tiktok/student/{student}/download?max_videos={count}")).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
    }

    /// <summary>
    /// Fails when axe-core finds something that keeps people out, or when the page is wider than the screen. With
    /// CLIPYARD_PICTURES=1 it leaves a picture in artifacts/browser, to be looked at.
    /// </summary>
    public async Task IsForEverybodyAsync()
    {
        Assert.SkipUnless(File.Exists(BuiltPages.Axe), "axe-core is not installed: npm ci in web.");
        await Page.Locator("h1").First.WaitForAsync(); // a page is fetched when it is opened
        if (TakesPictures)
        {
            await PictureAsync($"{++_seen}");
        }

        await Page.EvaluateAsync(await File.ReadAllTextAsync(BuiltPages.Axe, Stop));
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { violations } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              });
              return violations.map((one) => `${one.id}: ${one.help}\n` + one.nodes
                .map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n'));
            }
            """
        );
        found.EnumerateArray().Select(fault => fault.GetString()).ShouldBeEmpty();
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(Screen.Width, "The page is wider than the screen.");
    }

    /// <summary>Takes a picture of the whole page; where it is.</summary>
    public async Task<string> PictureAsync(string name)
    {
        var test = TestContext.Current.TestMethod?.MethodName ?? "journey";
        var path = Path.Combine(Pictures, $"{test}-{Screen}-{name}.png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _profile.CloseAsync();
        await Host.DisposeAsync();
    }

    private static async Task RunAsync(
        Chromium chromium,
        Screen screen,
        Func<Journey, Task> steps,
        Cable? cable,
        (string Name, string? Value)[] settings
    )
    {
        var browser = await chromium.OpenAsync();
        await using var journey = await StartAsync(browser, screen, cable, settings);
        try
        {
            await steps(journey);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var picture = await journey.PictureAsync("failed");
            throw new JourneyException($"{error.Message}\nPicture: {picture}\nAddress: {journey.Page.Url}", error);
        }

        journey._complaints.ShouldBeEmpty();
    }

    private static async Task<Journey> StartAsync(
        IBrowser browser,
        Screen screen,
        Cable? cable,
        (string Name, string? Value)[] settings
    )
    {
        var host = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(setup, [("Pages:Folder", BuiltPages.Folder), .. settings]),
                }
        );
        cable?.LeadTo(host.Server.Address);
        var profile = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = screen.Width, Height = screen.Height },
                HasTouch = screen.IsPhone,
                IsMobile = screen.IsPhone,
                ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-GB",
                TimezoneId = "Europe/Berlin",
                // Browsers go to this machine without a proxy unless they are told otherwise.
                Proxy = cable is null ? null : new() { Server = cable.Address, Bypass = "<-loopback>" },
            }
        );
        profile.SetDefaultTimeout(15_000);
        var journey = new Journey(host, profile, await profile.NewPageAsync(), screen);
        journey.Listen(journey.Page);
        return journey;
    }

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, line) =>
        {
            // Chromium itself tells of every answer that is no success; which of those are right the journeys know.
            if (line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Enqueue(line.Text);
            }
        };
    }
}
