namespace Clipyard.Server.Publishing.Requests;

/// <summary>The audit log's words for what people and keys do about posts.</summary>
internal static class PostAudit
{
    public const string Created = "post.created";
    public const string Edited = "post.edited";
    public const string Approved = "post.approved";
    public const string Rejected = "post.rejected";
    public const string LinkMade = "post.approval_link_made";
    public const string LinkUsed = "post.approval_link_used";
    public const string Imported = "post.imported";
    public const string Cancelled = "post.cancelled";
    public const string Retried = "post.retried";
    public const string SaidNotPosted = "post.said_not_posted";
}
