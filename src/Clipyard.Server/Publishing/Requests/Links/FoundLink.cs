namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>A link and whose it is.</summary>
internal sealed class FoundLink
{
    public required ApprovalLink Link { get; init; }

    public required string StorePrefix { get; init; }
}
