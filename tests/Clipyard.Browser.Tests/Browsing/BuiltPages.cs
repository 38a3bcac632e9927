namespace Clipyard.Browser.Tests.Browsing;

/// <summary>What <c>node web/build.mjs</c> made.</summary>
internal static class BuiltPages
{
    /// <summary>The pages as the program serves them. Tests take them from here, so that the program need not be built again.</summary>
    public static string Folder { get; } = Repository.PathOf("web", "packed");

    /// <summary>axe-core, which checks a page for what keeps people out.</summary>
    public static string Axe { get; } = Repository.PathOf("web", "node_modules", "axe-core", "axe.min.js");
}
