using System.Reflection;

namespace Clipyard.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root: the nearest folder above the test program that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file of the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var start = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Clipyard.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Clipyard.slnx above {start}.");
    }
}
