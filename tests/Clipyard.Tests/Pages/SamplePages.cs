using Clipyard.Pages;

namespace Clipyard.Tests.Pages;

/// <summary>Our own small pages, one per shape and failure; their creators are invented.</summary>
internal static class SamplePages
{
    private static readonly string Folder = Find();

    /// <summary>The names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static byte[] ReadBytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static PageContent Read(string name) => TikTokPage.Read(ReadBytes(name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Clipyard.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository."),
            "tests",
            "Clipyard.Tests",
            "Pages",
            "Samples"
        );
    }
}
