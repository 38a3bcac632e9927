namespace Clipyard.Cli.Tests.Running;

/// <summary>Where the sources of these tests lie.</summary>
internal static class Repository
{
    /// <summary>The folder with <c>Clipyard.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The captured pages beside the repository; null where they are missing.</summary>
    public static string? Fixtures { get; } = FindFixtures();

    /// <summary>Whether approved texts are written anew instead of compared.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("CLIPYARD_ACCEPT") is "1";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clipyard.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }

    private static string? FindFixtures()
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "fixtures", "tiktok-web");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
