namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>A new link: shown once and kept nowhere.</summary>
/// <param name="Url">The address. Whoever has it may decide.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="PostId">The post.</param>
/// <param name="Version">The version that can be approved with it.</param>
internal sealed record ApprovalLinkAnswer(string Url, DateTimeOffset ExpiresAt, Guid PostId, string Version)
{
    /// <summary>What may be shown: secrets do not belong into logs.</summary>
    public override string ToString() => $"a link to approve {PostId}";
}
