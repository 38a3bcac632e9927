using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Takes posts on.</summary>
internal sealed class PostAcceptance(
    ClipyardDb db,
    PostAccounts accounts,
    PostSources sources,
    ScheduleReader schedules,
    IUploads uploads,
    PostLog log,
    IPostWaker waker,
    IAuditLog audit,
    TimeProvider time
)
{
    /// <summary>The post: a new one, or the one that an earlier, same request made.</summary>
    /// <exception cref="ClipyardException">Whatever is wrong with the request; nothing was made then.</exception>
    public async Task<Guid> AcceptAsync(
        PostWish wish,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        var post = await MakeAsync(wish, caller, cancellationToken);
        log.Add(post);
        audit.Add(
            db,
            PostAudit.Created,
            post.Id.ToString(),
            new
            {
                post.Mode,
                post.AccountId,
                post.NeedsApproval,
            }
        );
        if (post.Source.UploadId is { } uploadId)
        {
            await uploads.TakeAsync(db, uploadId, cancellationToken);
        }

        idempotency.Remember(db, post.Id.ToString());
        await SaveAsync(cancellationToken);
        await waker.WakeAsync(post, cancellationToken);
        return post.Id;
    }

    private async Task<Post> MakeAsync(PostWish wish, CallerRights caller, CancellationToken cancellationToken)
    {
        var mode = WordReader.Choice("mode", wish.Mode, PostMode.Inbox);
        var accountId = WordReader.Id("account_id", wish.AccountId);
        var settings = wish.Settings.ApplyTo(new PostSettings());
        var schedule = schedules.Read(wish.ScheduleTime, wish.ScheduleZone);
        var (source, kind) = await sources.ReadAsync(wish.Source, cancellationToken);
        var usual = kind == PostKind.Photos ? PostTransfer.Pull : PostTransfer.Upload;
        var transfer = WordReader.Choice("transfer", wish.Transfer, usual);
        SettingsRules.ThrowIfInvalid(settings, mode, kind, transfer);
        var (caption, title) = (wish.Texts.CaptionFor(kind), wish.Texts.TitleFor(kind));
        var account = await accounts.ResolveAsync(accountId, mode, cancellationToken);
        return new Post
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OwnerId = db.Scope.Owner.Id,
            AccountId = account.Id,
            Kind = kind,
            Mode = mode,
            Transfer = transfer,
            Source = source,
            Caption = caption,
            PhotoTitle = title,
            Settings = settings,
            Repair = wish.Repair,
            ScheduledFor = schedule.At,
            ScheduleZone = schedule.Zone,
            NeedsApproval = wish.Approval || MustWait(mode, caller),
        };
    }

    /// <summary>Whether a person must look first, whatever was asked.</summary>
    public static bool MustWait(PostMode mode, CallerRights caller) => mode == PostMode.Direct && !caller.MayPublish;

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException taken)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                "Another post has taken this upload in the meantime.",
                taken
            );
        }
    }
}
