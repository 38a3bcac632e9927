namespace Clipyard.Client.Posts;

/// <summary>What an export is written in.</summary>
public enum PostExportFormat
{
    /// <summary>A table that can be imported again.</summary>
    Csv,

    /// <summary>An array of <see cref="Post"/>.</summary>
    Json,
}
