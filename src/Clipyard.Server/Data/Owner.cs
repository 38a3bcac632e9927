namespace Clipyard.Server.Data;

/// <summary>Somebody whose data this is.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="StorePrefix">
/// What the keys of the owner's objects begin with: empty for the first owner, <c>owners/ID/</c> for others, so that
/// no two owners share an object.
/// </param>
internal sealed record Owner(Guid Id, string StorePrefix);
