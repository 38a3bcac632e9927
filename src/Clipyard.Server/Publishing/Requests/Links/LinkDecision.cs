using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Changing;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>A yes or no that came by a link.</summary>
internal sealed class LinkDecision(ApprovalLinks links, PostApproval approval)
{
    public const string Approve = "approve";
    public const string Reject = "reject";

    // Who has the link is not known.
    private const string Decider = "link";

    /// <summary>Decides and uses the link up, both or neither.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>link_expired</c>, <c>conflict</c>, <c>missed_schedule</c>, <c>invalid_parameter</c>.
    /// </exception>
    public async Task<Post> DecideAsync(string token, DecisionForm form, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(token, cancellationToken);
        return form.Decision switch
        {
            Approve => await approval.ApproveAsync(
                link.PostId,
                link.Version,
                Decider,
                post => links.SpendAsync(link.Id, post, cancellationToken),
                cancellationToken
            ),
            Reject => await approval.RejectAsync(
                link.PostId,
                new ApprovalBody { Version = link.Version, Reason = form.Reason },
                Decider,
                post => links.SpendAsync(link.Id, post, cancellationToken),
                cancellationToken
            ),
            _ => throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"'decision' must be {Approve} or {Reject}."
            ),
        };
    }
}
