namespace Clipyard.Server.Identity;

/// <summary>What a key's owner wants said for it where a request says nothing.</summary>
/// <param name="AccountId">The connected account; null: none is named.</param>
/// <param name="Caption">The caption; null for none.</param>
internal sealed record KeyDefaults(Guid? AccountId, string? Caption)
{
    /// <summary>Nothing at all: also in a browser's session.</summary>
    public static readonly KeyDefaults None = new(AccountId: null, Caption: null);
}
