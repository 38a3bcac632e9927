namespace Clipyard.Server.Archive.Fetching;

/// <summary>What a <c>downloads</c> job was asked for; its posts are its items from the beginning.</summary>
internal sealed record DownloadsRequest : FetchWishes;
