using Microsoft.Playwright;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>
/// Takes the pictures of the documentation, as WebP and small: into docs/pictures with CLIPYARD_PICTURES=docs, else where
/// the others lie.
/// </summary>
internal sealed class DocsCamera
{
    private const int MostBytes = 150_000;

    private static readonly string Folder =
        Environment.GetEnvironmentVariable("CLIPYARD_PICTURES") == "docs"
            ? Repository.PathOf("docs", "pictures")
            : Repository.PathOf("artifacts", "browser");

    private readonly Journey _journey;
    private readonly ICDPSession _camera;

    private DocsCamera(Journey journey, ICDPSession camera)
    {
        _journey = journey;
        _camera = camera;
    }

    private IPage Page => _journey.Page;

    public static async Task<DocsCamera> StartAsync(Journey journey)
    {
        var camera = await journey.Page.Context.NewCDPSessionAsync(journey.Page);
        await camera.SendAsync("Emulation.setScrollbarsHidden", new Dictionary<string, object> { ["hidden"] = true });
        return new DocsCamera(journey, camera);
    }

    /// <summary>Opens a page as somebody with such a screen does.</summary>
    public async Task OpenAsync(int width, int height, bool isDark, string path)
    {
        await Page.SetViewportSizeAsync(width, height);
        await Page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        await _journey.GoAsync(path);
    }

    /// <summary>Opens a page and takes it as soon as it shows a text.</summary>
    public async Task TakeAsync(string name, int width, int height, bool isDark, string path, string text)
    {
        await OpenAsync(width, height, isDark, path);
        await _journey.SeesAsync(text);
        await TakeAsync(name);
    }

    /// <summary>Takes what is on the screen, when its pictures and films are there.</summary>
    public async Task TakeAsync(string name)
    {
        await Page.WaitForFunctionAsync(
            """
            () => {
              const isSeen = (one) => one.getBoundingClientRect().top < innerHeight;
              return document.querySelector('.mantine-Skeleton-root') === null
                && [...document.images].filter(isSeen).every((one) => one.complete && one.naturalWidth > 0);
            }
            """
        );
        // Played for a moment, a film no longer shows that it loads.
        await Page.EvaluateAsync(
            """
            async () => {
              document.documentElement.style.scrollbarGutter = 'auto';
              for (const film of document.querySelectorAll('video')) {
                film.muted = true;
                const isDrawn = new Promise((drawn) => film.requestVideoFrameCallback(drawn));
                await film.play();
                await isDrawn;
                film.pause();
                film.muted = false;
              }
            }
            """
        );
        var answer = await _camera.SendAsync(
            "Page.captureScreenshot",
            new Dictionary<string, object> { ["format"] = "webp", ["quality"] = 88 }
        );
        var picture = answer.ShouldNotBeNull().GetProperty("data").GetBytesFromBase64();
        picture.Length.ShouldBeInRange(5_000, MostBytes, $"The picture {name}.webp.");
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(
            Path.Combine(Folder, $"{name}.webp"),
            picture,
            TestContext.Current.CancellationToken
        );
    }
}
