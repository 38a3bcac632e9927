namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>What callers know of a tool before they call it.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Title">For people.</param>
/// <param name="Scope">The scope that a key needs for it.</param>
/// <param name="Description">For the model: what it does, what it answers, what to do next.</param>
internal sealed record ToolAbout(string Name, string Title, string Scope, string Description)
{
    /// <summary>Whether it changes nothing.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether it takes something away.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>Whether the same call again changes nothing more.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Whether it asks or tells TikTok, or any other address.</summary>
    public bool IsOpenWorld { get; init; }
}
