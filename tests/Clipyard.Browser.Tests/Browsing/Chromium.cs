using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Clipyard.Browser.Tests.Browsing.Chromium))]

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>The browser of all tests, started with the first of them. Each test has a profile of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _running = new(StartAsync);

    public static string? Program { get; } = Find();

    /// <summary>The browser; skips the test where there is none, or no pages to look at.</summary>
    public async Task<IBrowser> OpenAsync()
    {
        Assert.SkipWhen(
            Program is null,
            "There is no Chromium on the PATH; Debian's package is called chromium (sudo apt-get install chromium)."
        );
        Assert.SkipUnless(
            File.Exists(Path.Combine(BuiltPages.Folder, "index.html.br")),
            "The web pages are not built: node web/build.mjs."
        );
        return (await _running.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            var (driver, browser) = await _running.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        // As long as for everything else: on a busy machine five seconds are soon over.
        Assertions.SetDefaultExpectTimeout(15_000);
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return (driver, browser);
    }

    private static string? Find() =>
        (
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in Names
            select Path.Combine(folder, name)
        ).FirstOrDefault(File.Exists);
}
