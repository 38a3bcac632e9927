namespace Clipyard.Cli.Tests.Running;

/// <summary>The captured pages, which lie beside the checkout where there are any.</summary>
internal static class Captures
{
    /// <summary>Their folder; null where they are missing.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
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
