namespace Clipyard.Sandbox.Faults;

/// <summary>The sides of a request that a fault can match.</summary>
internal sealed record FaultTarget(
    SandboxEndpoint Endpoint,
    string Host,
    string PathAndQuery,
    string? Post,
    string? Creator
);
