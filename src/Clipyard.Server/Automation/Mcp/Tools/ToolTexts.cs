namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>What several arguments say of themselves.</summary>
internal static class ToolTexts
{
    public const string IdempotencyKey =
        "A key of your choice for this one wish: the same call with the same key again makes nothing twice and answers "
        + "what the first one made. Kept for 7 days.";

    public const string Limit = "How many at most: 1 to 1,000, 20 unless given.";

    public const string Cursor = "next_cursor of the page before.";

    public const string WaitSeconds = "Waits for the end so long, 0 to 50 seconds; 0 unless given.";
}
