namespace Clipyard.Server.Identity;

/// <summary>
/// Marks a route whose callers cannot set headers: it accepts <c>?api_key=</c>, for keys that allow it and for drafts
/// only. All other routes answer 401.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AllowKeyInQueryAttribute : Attribute;
