using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Takes posts on.</summary>
internal sealed class PostAcceptance(
    ClipyardDb db,
    PostAccounts accounts,
    PostSources sources,
    CallbackAddress callbacks,
    TaskPosts tasks,
    ScheduleReader schedules,
    CreatorQuestion question,
    IUploads uploads,
    PostLog log,
    IPostWaker waker,
    IAuditLog audit,
    CreationStamps stamps
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

        var post = await DraftAsync(wish, caller, cancellationToken);
        await tasks.ThrowIfTakenAsync(post, cancellationToken);
        if (wish.AsksCreator)
        {
            await ThrowIfNotOfferedAsync(post, cancellationToken);
        }

        await AddAsync(post, cancellationToken);
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
        wish.Along?.Invoke(post.Id);
        idempotency.Remember(db, post.Id.ToString());
        await SaveAsync(post, cancellationToken);
        await waker.WakeAsync(post, cancellationToken);
        return post.Id;
    }

    /// <summary>The post as it would be, checked as far as can be without fetching anything. Nothing is made.</summary>
    /// <exception cref="ClipyardException">Whatever is wrong with the request.</exception>
    public Task<Post> DraftAsync(PostWish wish, CallerRights caller, CancellationToken cancellationToken) =>
        DraftAsync(wish, caller, new PostLookups(), cancellationToken);

    /// <summary>As the other, for one of many: what they have in common is looked up once.</summary>
    /// <exception cref="ClipyardException">Whatever is wrong with the request.</exception>
    public async Task<Post> DraftAsync(
        PostWish wish,
        CallerRights caller,
        PostLookups lookups,
        CancellationToken cancellationToken
    )
    {
        var mode = WordReader.Choice("mode", wish.Mode, PostMode.Inbox);
        var accountId = WordReader.Id("account_id", wish.AccountId);
        var settings = wish.Settings.ApplyTo(new PostSettings());
        var schedule = schedules.Read(wish.ScheduleTime, wish.ScheduleZone);
        var (source, kind) = await sources.ReadAsync(wish.Source, wish.SourceHosts, lookups, cancellationToken);
        var callback = callbacks.Check(wish.CallbackUrl);
        var usual = kind == PostKind.Photos ? PostTransfer.Pull : PostTransfer.Upload;
        var transfer = WordReader.Choice("transfer", wish.Transfer, usual);
        SettingsRules.ThrowIfInvalid(settings, mode, kind, transfer);
        var (caption, title) = (wish.Texts.CaptionFor(kind), wish.Texts.TitleFor(kind));
        var account = await lookups.AccountAsync(accountId, mode, accounts, cancellationToken);
        return new Post
        {
            Id = stamps.Next().Id, // posts of one import come one after the other in lists, as their rows do
            OwnerId = db.Scope.Owner.Id,
            AccountId = account.Id,
            TaskId = wish.TaskId,
            CallbackUrl = callback,
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

    /// <summary>Adds a drafted post to the context, with its log and its upload, to be saved. The caller tells the audit log.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: its upload has gone.</exception>
    public async Task AddAsync(Post post, CancellationToken cancellationToken)
    {
        log.Add(post);
        if (post.Source.UploadId is { } uploadId)
        {
            await uploads.TakeAsync(db, uploadId, cancellationToken);
        }
    }

    /// <summary>Whether a person must look first, whatever was asked.</summary>
    public static bool MustWait(PostMode mode, CallerRights caller) => mode == PostMode.Direct && !caller.MayPublish;

    private async Task ThrowIfNotOfferedAsync(Post post, CancellationToken cancellationToken)
    {
        var answer = await question.AskAsync(post, cancellationToken);
        if (answer.Creator is { } creator && CreatorCheck.Of(post, [], creator) is { } failure)
        {
            throw new ClipyardException(
                FailureCatalogue.Find(failure.Code) ?? FailureCatalogue.InternalError,
                failure.Detail
            );
        }
    }

    private async Task SaveAsync(Post post, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException taken) when (post.Source.UploadId is not null)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                "Another post has taken this upload in the meantime.",
                taken
            );
        }
        catch (DbUpdateException lost) when (TaskPosts.MayBeTaken(lost))
        {
            await tasks.ThrowIfTakenAsync(post, cancellationToken);
            throw;
        }
    }
}
