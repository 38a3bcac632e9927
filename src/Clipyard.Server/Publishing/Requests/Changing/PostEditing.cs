using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Changes posts that TikTok has not been told of.</summary>
internal sealed class PostEditing(
    ClipyardDb db,
    PostChanges changes,
    PostAccounts accounts,
    ScheduleReader schedules,
    PostLog log,
    IPostWaker waker,
    IAuditLog audit,
    TimeProvider time
)
{
    /// <summary>Changes one. A change of what was approved voids the approval.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="body">What is to be different.</param>
    /// <param name="ifMatch">The header; null without one.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>not_editable</c>; <c>conflict</c>: it is not what the caller looked at; whatever is wrong with
    /// what is said.
    /// </exception>
    public async Task<Post> EditAsync(
        Guid postId,
        PatchBody body,
        string? ifMatch,
        CallerRights caller,
        CancellationToken cancellationToken
    )
    {
        var post = await changes.ApplyAsync(
            postId,
            async post =>
            {
                ThrowIfNotSeen(post, body, ifMatch);
                ThrowIfNotEditable(post);
                await ChangeAsync(post, body, caller, cancellationToken);
            },
            cancellationToken
        );
        await waker.WakeAsync(post, cancellationToken);
        return post;
    }

    private async Task ChangeAsync(Post post, PatchBody body, CallerRights caller, CancellationToken cancellationToken)
    {
        var before = post.Version;
        await ChangeWhereAsync(post, body, cancellationToken);
        ChangeWhat(post, body);
        if (body.ChangesSchedule)
        {
            (post.ScheduledFor, post.ScheduleZone) = schedules.Read(body.ScheduleTime, body.ScheduleZone);
        }

        SettingsRules.ThrowIfInvalid(post.Settings, post.Mode, post.Kind, post.Transfer);
        if (PostAcceptance.MustWait(post.Mode, caller))
        {
            post.NeedsApproval = true;
        }

        var files = await db
            .PostFiles.AsNoTracking()
            .Where(file => file.PostId == post.Id)
            .ToListAsync(cancellationToken);
        PostApprovals.Renew(post, files);
        Place(post);
        audit.Add(db, PostAudit.Edited, post.Id.ToString(), new { from = before, to = post.Version });
    }

    private async Task ChangeWhereAsync(Post post, PatchBody body, CancellationToken cancellationToken)
    {
        var mode = WordReader.Choice("mode", body.Mode, post.Mode);
        var accountId = WordReader.Id("account_id", body.AccountId) ?? post.AccountId;
        if (mode != post.Mode || accountId != post.AccountId)
        {
            post.AccountId = (await accounts.ResolveAsync(accountId, mode, cancellationToken)).Id;
            post.Mode = mode;
        }
    }

    private static void ChangeWhat(Post post, PatchBody body)
    {
        if (body.ChangesTexts)
        {
            var texts = new PostTexts(body.Content, body.Title, body.Description);
            post.Caption = texts.CaptionFor(post.Kind);
            post.PhotoTitle = texts.TitleFor(post.Kind);
        }

        post.Settings = body.ApplyTo(post.Settings);
    }

    private void Place(Post post)
    {
        var now = time.GetUtcNow();
        var (next, due) = (NextState.Of(post, now), NextState.DueAt(post, now));
        post.WaitCode = null;
        post.WaitReason = null;
        log.Note(post, PostEventTypes.Edited, data: new { version = post.Version });
        if (next != PostState.AwaitingApproval || post.State != PostState.AwaitingApproval)
        {
            // Also from a state to itself: the lane is another one with another account, and the time is another one.
            log.Move(post, next, new PostChange(DueAt: due));
        }
    }

    private static void ThrowIfNotEditable(Post post)
    {
        if (!PostStates.IsEditable(post.State))
        {
            throw new ClipyardException(
                FailureCatalogue.NotEditable,
                $"Post {post.Id} is {WordReader.NameOf(post.State)}."
            )
            {
                Remedies =
                [
                    post.State == PostState.Preparing
                        ? "Wait until its files are ready, then change it."
                        : FailureCatalogue.NotEditable.Remedy,
                ],
            };
        }
    }

    private static void ThrowIfNotSeen(Post post, PatchBody body, string? ifMatch)
    {
        var present = post.Revision.ToString(CultureInfo.InvariantCulture);
        var isSeen =
            (string.IsNullOrEmpty(body.Version) || body.Version == post.Version)
            && (body.Revision is null || body.Revision == post.Revision)
            && (string.IsNullOrEmpty(ifMatch) || ifMatch == "*" || ifMatch.Trim('"') == present);
        if (!isSeen)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Post {post.Id} is at revision {present}, version {post.Version ?? "none"}; "
                    + $"that is not what this change is for ({Shown.Short(body.Version ?? ifMatch ?? $"{body.Revision}")})."
            )
            {
                Remedies = ["Read the post again, then send the change with what it says now."],
            };
        }
    }
}
