namespace Clipyard.Testing;

/// <summary>
/// Pages and answers that other people captured from TikTok. They do not belong to this repository: a folder
/// <c>shared/fixtures/tiktok-web</c> beside it holds them where they are at hand.
/// </summary>
public static class CapturedPages
{
    /// <summary>Why a test that needs them is skipped.</summary>
    public const string Missing = "The captured pages (../shared/fixtures/tiktok-web) are not on this machine.";

    /// <summary>The folder; null when it is not there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Whether they can be read.</summary>
    public static bool AreHere => Folder is not null;

    /// <summary>The names of all of them; empty when they are not there.</summary>
    public static IReadOnlyList<string> Names { get; } =
        Folder is null
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(Folder)
                    .Select(file => Path.GetFileName(file))
                    .Where(name => !name.EndsWith(".md", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>One of them, byte for byte.</summary>
    /// <exception cref="InvalidOperationException">They are not there; ask <see cref="AreHere"/> first.</exception>
    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(Folder ?? throw new InvalidOperationException(Missing), name));

    // From the test's own folder upwards to the repository's root, and from there to its neighbour.
    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clipyard.slnx")))
            {
                return FirstNeighbour(folder.Parent);
            }
        }

        return null;
    }

    // A working copy may lie a level or two below the folder that the repository's neighbour lies in.
    private static string? FirstNeighbour(DirectoryInfo? folder)
    {
        for (var level = 0; level < 3 && folder is not null; level++, folder = folder.Parent)
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
