namespace Clipyard.Server.Api.Hosting;

/// <summary>
/// Marks a route that a browser must open under the public address's own host: a cookie that is set under
/// <c>localhost</c> does not come back under <c>127.0.0.1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OnPublicHostAttribute : Attribute;
