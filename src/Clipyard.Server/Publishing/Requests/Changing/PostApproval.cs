using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>A person's yes or no. What was approved is what is sent.</summary>
internal sealed class PostApproval(
    ClipyardDb db,
    PostChanges changes,
    PostLog log,
    IPostWaker waker,
    IAuditLog audit,
    TimeProvider time,
    IOptions<PublishingOptions> options
)
{
    public const int LongestReason = 500;

    /// <summary>Lets this version go out. Approving it again changes nothing.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="approver">Who: <c>person:ID</c>, <c>key:ID</c> or <c>link</c>.</param>
    /// <param name="also">What is checked and changed in the same transaction, by the post as it stands; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>invalid_parameter</c>: no version; <c>conflict</c>: it is another one now, or the post does not
    /// wait for anybody; <c>missed_schedule</c>.
    /// </exception>
    public async Task<Post> ApproveAsync(
        Guid postId,
        string? version,
        string approver,
        Func<Post, Task>? also,
        CancellationToken cancellationToken
    )
    {
        var post = await changes.ApplyAsync(
            postId,
            async post =>
            {
                await (also?.Invoke(post) ?? Task.CompletedTask);
                Approve(post, version, approver);
            },
            cancellationToken
        );
        await waker.WakeAsync(post, cancellationToken);
        return post;
    }

    /// <summary>Ends it. Rejecting it again changes nothing.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="body">What is said about it.</param>
    /// <param name="rejecter">Who: <c>person:ID</c>, <c>key:ID</c> or <c>link</c>.</param>
    /// <param name="also">As for <see cref="ApproveAsync"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>, <c>conflict</c>.</exception>
    public Task<Post> RejectAsync(
        Guid postId,
        ApprovalBody body,
        string rejecter,
        Func<Post, Task>? also,
        CancellationToken cancellationToken
    ) =>
        changes.ApplyAsync(
            postId,
            async post =>
            {
                await (also?.Invoke(post) ?? Task.CompletedTask);
                Reject(post, body, rejecter);
            },
            cancellationToken
        );

    /// <summary>Refuses a post that no person has to look at now.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>.</exception>
    public static void ThrowIfNotWaiting(Post post)
    {
        if (post.State != PostState.AwaitingApproval)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Post {post.Id} is {WordReader.NameOf(post.State)}; it does not wait for an approval."
            )
            {
                Remedies =
                [
                    post.State == PostState.Preparing
                        ? "Wait until it is awaiting_approval, and look at it then."
                        : "Look at the post again.",
                ],
            };
        }
    }

    private void Approve(Post post, string? version, string approver)
    {
        if (string.IsNullOrEmpty(version))
        {
            throw Invalid("version", "is missing: it says what is approved.");
        }

        if (post.ApprovedVersion == version && post.ApprovedVersion == post.Version)
        {
            return;
        }

        ThrowIfNotWaiting(post);
        ThrowIfOther(post, version);
        var now = time.GetUtcNow();
        if (post.Mode == PostMode.Direct && post.ScheduledFor + options.Value.LatestStart < now)
        {
            throw new ClipyardException(FailureCatalogue.MissedSchedule, $"It was to go out at {post.ScheduledFor:u}.")
            {
                Remedies = [$"Give it another schedule_time first: PATCH /api/posts/{post.Id}."],
            };
        }

        post.ApprovedVersion = version;
        post.ApprovedAt = now;
        post.ApprovedBy = approver;
        log.Note(post, PostEventTypes.Approved, data: new { version, approved_by = approver });
        log.Move(post, NextState.Of(post, now), new PostChange(DueAt: NextState.DueAt(post, now)));
        audit.Add(
            db,
            post.OwnerId,
            approver,
            PostAudit.Approved,
            post.Id.ToString(),
            new { version, approved_by = approver }
        );
    }

    private void Reject(Post post, ApprovalBody body, string rejecter)
    {
        var reason = body.Reason;
        if (reason?.Length > LongestReason)
        {
            throw Invalid("reason", $"must not be longer than {LongestReason} characters.");
        }

        if (post.State == PostState.Rejected)
        {
            return;
        }

        ThrowIfNotWaiting(post);
        if (body.Version is { Length: > 0 } version)
        {
            ThrowIfOther(post, version);
        }

        log.Move(post, PostState.Rejected, new PostChange(string.IsNullOrWhiteSpace(reason) ? null : reason));
        audit.Add(db, post.OwnerId, rejecter, PostAudit.Rejected, post.Id.ToString(), new { post.Version });
    }

    private static void ThrowIfOther(Post post, string version)
    {
        if (post.Version != version)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Post {post.Id} is at version {post.Version} now, not {Shown.Short(version)}: it has been changed."
            )
            {
                Remedies = ["Look at the post again, then name its present version."],
            };
        }
    }

    private static ClipyardException Invalid(string name, string rule) =>
        new(FailureCatalogue.InvalidParameter, $"'{name}' {rule}") { Parameter = name };
}
