namespace Clipyard.Sandbox.Hosting;

/// <summary>The addresses of TikTok's official API. On a loopback name they are open as well, for a look with curl.</summary>
internal static class OfficialRoutes
{
    /// <summary>The class of the address, or null when it belongs to the public site.</summary>
    public static SandboxEndpoint? Find(HostKind host, string path) =>
        host switch
        {
            HostKind.Upload => SandboxEndpoint.Upload,
            HostKind.Api => Api(path),
            HostKind.Site => OnSite(path),
            HostKind.Loopback when path is "/upload" => SandboxEndpoint.Upload,
            HostKind.Loopback when path.StartsWith("/v2/", StringComparison.Ordinal) => OnSite(path) ?? Api(path),
            _ => null,
        };

    private static SandboxEndpoint? OnSite(string path) =>
        path is "/v2/auth/authorize/" or "/v2/auth/authorize" or "/v2/auth/error/" ? SandboxEndpoint.Authorize : null;

    /// <summary>Exactly as documented: without its last slash a path is another one.</summary>
    private static SandboxEndpoint Api(string path) =>
        path switch
        {
            "/v2/oauth/token/" => SandboxEndpoint.Token,
            "/v2/oauth/revoke/" => SandboxEndpoint.Revoke,
            "/v2/user/info/" => SandboxEndpoint.UserInfo,
            "/v2/video/list/" => SandboxEndpoint.VideoList,
            "/v2/video/query/" => SandboxEndpoint.VideoQuery,
            "/v2/post/publish/creator_info/query/" => SandboxEndpoint.CreatorInfo,
            "/v2/post/publish/video/init/" => SandboxEndpoint.VideoInit,
            "/v2/post/publish/inbox/video/init/" => SandboxEndpoint.InboxInit,
            "/v2/post/publish/content/init/" => SandboxEndpoint.PhotoInit,
            "/v2/post/publish/status/fetch/" => SandboxEndpoint.PublishStatus,
            "/v2/post/publish/cancel/" => SandboxEndpoint.PublishCancel,
            _ => SandboxEndpoint.OtherOfficial,
        };
}
