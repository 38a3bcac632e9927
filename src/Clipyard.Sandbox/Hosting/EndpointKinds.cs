namespace Clipyard.Sandbox.Hosting;

/// <summary>Groups of endpoints.</summary>
internal static class EndpointKinds
{
    /// <summary>Calls of the official API that carry an access token.</summary>
    public static bool IsCountedByToken(this SandboxEndpoint endpoint) =>
        endpoint
            is SandboxEndpoint.UserInfo
                or SandboxEndpoint.VideoList
                or SandboxEndpoint.VideoQuery
                or SandboxEndpoint.CreatorInfo
                or SandboxEndpoint.VideoInit
                or SandboxEndpoint.InboxInit
                or SandboxEndpoint.PhotoInit
                or SandboxEndpoint.PublishStatus
                or SandboxEndpoint.PublishCancel;
}
