namespace Clipyard.Server.Identity;

/// <summary>Marks a route that begins a session: another site's page must not sign a browser in as somebody else.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class BeginsSessionAttribute : Attribute;
