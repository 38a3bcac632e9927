namespace Clipyard.Sandbox.Official.Creators;

/// <summary>An app that a creator has let in.</summary>
/// <param name="ClientKey">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Since">When it was let in first (UTC).</param>
public sealed record ConnectedApp(string ClientKey, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Since);
