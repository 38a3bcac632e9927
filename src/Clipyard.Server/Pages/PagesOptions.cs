namespace Clipyard.Server.Pages;

/// <summary>Where the web pages come from, from the <c>Pages</c> configuration section.</summary>
internal sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>A folder with built pages to serve instead of those within the program; for those who work on the pages.</summary>
    public string? Folder { get; set; }
}
