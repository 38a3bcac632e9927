namespace Clipyard.Server.Identity;

/// <summary>
/// Marks an open route whose form carries a proof of its own: it does not matter whether the browser that sends it
/// happens to have a session, and the session is not used.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class CarriesProofAttribute : Attribute;
