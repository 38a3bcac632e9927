using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.Server.Publishing.Preparing.Ending;
using Clipyard.Server.Publishing.Preparing.Sources;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.Server.Storage;
using Clipyard.Server.Uploads;
using Clipyard.TikTokApi.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>
/// Fetches a post's files and checks them before anything is sent. What it makes becomes visible with the post's next
/// state or not at all, so it may be called again after any crash.
/// </summary>
internal sealed partial class PostPreparation(
    ClipyardDb db,
    IMediaStore store,
    IUploads uploads,
    SourceFiles sources,
    FileStager stager,
    FileChecks checks,
    CreatorQuestion question,
    FileRows rows,
    PostLog log,
    StagedFileMetrics metrics,
    TimeProvider time,
    ILogger<PostPreparation> logger
)
{
    /// <summary>Prepares one post, in its owner's scope, and saves how it came out.</summary>
    /// <param name="post">Tracked by the scope's context.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind then.</param>
    /// <exception cref="ClipyardException">Something passing: the post is as it was, and may be tried again.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the post meanwhile; nothing is left behind.</exception>
    public async Task RunAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.State != PostState.Preparing)
        {
            return;
        }

        try
        {
            if (await PrepareAsync(post, cancellationToken) is { } failure)
            {
                await FailAsync(post, failure);
            }
        }
        catch (ClipyardException error) when (Passing.Is(error))
        {
            throw Passing.Marked(error);
        }
        catch (ClipyardException error)
        {
            await FailAsync(post, PostFailure.Of(error));
        }
    }

    private async Task<PostFailure?> PrepareAsync(Post post, CancellationToken cancellationToken)
    {
        // Before gigabytes come: what does not depend on them.
        var answer = await question.AskAsync(post, cancellationToken);
        if (Refused(post, [], answer.Creator) is { } early)
        {
            return early;
        }

        await using var staged = new StagedFiles(store, logger);
        var hints = await StageAsync(post, staged, answer.Creator, cancellationToken);
        if (Refused(post, staged.Rows, answer.Creator) is { } late)
        {
            return late;
        }

        var earlier = await rows.FindAsync(post, cancellationToken);
        await staged.CommitAsync(cancellationToken);
        rows.Put(post, earlier, staged.Rows);
        MoveOn(post, staged.Rows, answer, hints);
        await SaveAsync(staged);
        await TidyAsync(post, staged.Rows);
        return null;
    }

    private async Task<IReadOnlyList<string>> StageAsync(
        Post post,
        StagedFiles staged,
        CreatorInfo? creator,
        CancellationToken cancellationToken
    )
    {
        List<string> hints = [];
        post.RepairNotes = null;
        var files = await sources.FindAsync(post, cancellationToken);
        for (var position = 0; position < files.Count; position++)
        {
            var source = files[position];
            var file = staged.Add(await stager.StageAsync(post, staged.Run, position, source, cancellationToken));
            hints.AddRange(await checks.RunAsync(post, staged, file, source.Name, creator, cancellationToken));
        }

        return hints;
    }

    private void MoveOn(Post post, IReadOnlyList<PostFile> files, CreatorAnswer answer, IReadOnlyList<string> hints)
    {
        post.Version = PostVersion.Of(post, files);
        Settle(post);
        var now = time.GetUtcNow();
        var data = new PreparedData([.. files.Select(PreparedFile.Of)], answer.Creator is not null, hints);
        log.Move(
            post,
            NextState.Of(post, now),
            new PostChange(MessageOf(post, answer, hints), NextState.DueAt(post, now), data)
        );
    }

    private async Task SaveAsync(StagedFiles staged)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is not DbUpdateConcurrencyException)
        {
            staged.Keep(); // an answer that got lost may have been "saved"
            throw;
        }

        staged.Keep();
    }

    /// <summary>What is over with the save. The sweeps make up for whatever of it does not succeed.</summary>
    private async Task TidyAsync(Post post, IReadOnlyList<PostFile> files)
    {
        metrics.Add(files.Count, files.Sum(file => file.Bytes));
        await rows.RemoveOthersAsync(post, files, CancellationToken.None);
        if (post.Source.UploadId is not { } upload)
        {
            return;
        }

        try
        {
            await uploads.RemoveAsync(upload, CancellationToken.None);
        }
        catch (ClipyardException error)
        {
            LogUploadLeft(upload, error.Code);
        }
    }

    private async Task FailAsync(Post post, PostFailure failure)
    {
        Settle(post);
        log.Fail(post, failure);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // Whatever held it up before does so no more.
    private static void Settle(Post post)
    {
        post.WaitCode = null;
        post.WaitReason = null;
        post.PassingFailures = 0;
        post.FailedSteps = 0;
    }

    private static PostFailure? Refused(Post post, IReadOnlyList<PostFile> files, CreatorInfo? creator) =>
        creator is null ? null : CreatorCheck.Of(post, files, creator);

    private static string? MessageOf(Post post, CreatorAnswer answer, IReadOnlyList<string> hints)
    {
        var sentences = hints.Concat(post.RepairNotes ?? []).Append(answer.Note).OfType<string>();
        return string.Join(' ', sentences) is { Length: > 0 } text ? text : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The upload {Upload} could not be removed yet ({Code})")]
    private partial void LogUploadLeft(Guid upload, string code);
}
