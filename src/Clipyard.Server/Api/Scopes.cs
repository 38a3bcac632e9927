namespace Clipyard.Server.Api;

/// <summary>Authorization policies, one for every scope of a key. A signed-in browser session has them all but admin.</summary>
internal static class Scopes
{
    public const string Read = "read";
    public const string Archive = "archive";
    public const string Draft = "draft";
    public const string Publish = "publish";
    public const string Approve = "approve";
    public const string Tasks = "tasks";
    public const string Admin = "admin";
}
