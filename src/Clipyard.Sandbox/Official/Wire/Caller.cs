using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>Who calls: an app with a creator's consent.</summary>
internal sealed record Caller(Grant Grant, SandboxApp App, SandboxCreator Creator);
