using System.Text.Json;
using Clipyard.Browser.Tests.Browsing;

namespace Clipyard.Browser.Tests;

public sealed class FirstPageTests(Chromium chromium)
{
    private const int MostBytes = 250_000;

    [Theory, OnScreens]
    public Task The_first_page_is_small_and_comes_from_the_browser_s_own_store_the_next_time(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.GoAsync("/");
                await journey.SeesPageAsync("Sign in");
                var unknown = await SinceAskedAsync(journey);

                await journey.SignInAsync();
                await journey.SeesAsync("Nothing is running.");
                var first = await LoadedAsync(journey);

                await journey.Page.ReloadAsync();
                await journey.SeesAsync("Nothing is running.");
                var known = await SinceAskedAsync(journey);
                var next = await LoadedAsync(journey);

                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"First page: {first.Bytes:N0} bytes in all, compressed; there after {unknown:F0} ms, Home after {known:F0} ms."
                );
                first.Bytes.ShouldBeInRange(50_000, MostBytes);
                next.FromNetwork.ShouldAllBe(name => !name.Contains("/assets/"));
            }
        );

    // The browser was started for the tests, the page never loaded before; what is asserted is no time.
    private static Task<double> SinceAskedAsync(Journey journey) =>
        journey.Page.EvaluateAsync<double>("() => performance.now()");

    private static async Task<(long Bytes, IReadOnlyList<string> FromNetwork)> LoadedAsync(Journey journey)
    {
        var entries = await journey.Page.EvaluateAsync<JsonElement>(
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .map((entry) => ({ name: entry.name, bytes: entry.encodedBodySize, sent: entry.transferSize }))
            """
        );
        var all = entries.EnumerateArray().ToList();
        return (
            all.Sum(entry => entry.GetProperty("bytes").GetInt64()),
            [
                .. all.Where(entry => entry.GetProperty("sent").GetInt64() > 0)
                    .Select(entry => entry.GetProperty("name").GetString() ?? ""),
            ]
        );
    }
}
