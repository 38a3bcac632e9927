using System.Text.Json;
using Clipyard.Server.Data;
using Clipyard.Server.Events;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>
/// The one way in which posts change: the row, a line of its log and an event of the stream, saved together or not at
/// all by the context's next save.
/// </summary>
internal sealed class PostLog(
    ClipyardDb db,
    IEventLog events,
    PublishingMetrics metrics,
    CreationStamps stamps,
    TimeProvider time
)
{
    /// <summary>Adds a new post.</summary>
    public void Add(Post post)
    {
        post.CreatedAt = post.UpdatedAt = stamps.Next().At;
        post.DueAt = time.GetUtcNow();
        post.Lane = PostLanes.Of(post);
        db.Posts.Add(post);
        Write(post, PostEventTypes.State, PostStreamEvents.Created, message: null, data: null);
    }

    /// <summary>Takes a post to another state.</summary>
    /// <exception cref="InvalidOperationException">The table of states does not know the way.</exception>
    public void Move(Post post, PostState to, PostChange change)
    {
        if (!PostStates.Allows(post.State, to))
        {
            throw new InvalidOperationException($"A post does not go from {post.State} to {to}.");
        }

        if (to is not (PostState.Preparing or PostState.Scheduled or PostState.Queued or PostState.Initialising))
        {
            (post.WaitCode, post.WaitReason) = (null, null);
        }

        var now = time.GetUtcNow();
        post.State = to;
        post.DueAt = change.DueAt ?? now;
        var lane = PostLanes.Of(post);
        if (lane != post.Lane)
        {
            (post.Lane, post.LeaseHolder, post.LeaseUntil) = (lane, null, null); // whoever worked on it is done
        }

        post.EndedAt = PostStates.IsEnd(to) ? now : null;
        if (to == PostState.InInbox)
        {
            post.InInboxAt = now;
        }

        Touch(post, now);
        Write(post, PostEventTypes.State, PostStreamEvents.Of(to), change.Message, change.Data);
        if (PostStates.IsDelivered(to))
        {
            metrics.Ended(post);
        }
    }

    /// <summary>Ends a post as failed.</summary>
    public void Fail(Post post, PostFailure failure)
    {
        post.FailureCode = failure.Code;
        post.FailureDetail = failure.Detail;
        post.TikTokCode = failure.TikTokCode;
        post.TikTokLogId = failure.LogId;
        Move(post, PostState.Failed, new PostChange(failure.Detail, Data: failure));
    }

    /// <summary>Lets a post go out later, and says why.</summary>
    public void Wait(Post post, PostFailure because, DateTimeOffset until)
    {
        (post.WaitCode, post.WaitReason) = (because.Code, because.Detail);
        Move(post, PostState.Queued, new PostChange(because.Detail, until, because));
    }

    /// <summary>Says something of a post that does not change its state; other changes of the row go with it.</summary>
    public void Note(Post post, string type, string? message = null, object? data = null)
    {
        Touch(post, time.GetUtcNow());
        Write(post, type, PostStreamEvents.OfNote(type), message, data);
    }

    private static void Touch(Post post, DateTimeOffset now)
    {
        post.UpdatedAt = now;
        post.Revision++;
    }

    private void Write(Post post, string type, string told, string? message, object? data)
    {
        db.PostEvents.Add(
            new PostEvent
            {
                PostId = post.Id,
                OwnerId = post.OwnerId,
                At = post.UpdatedAt,
                Type = type,
                State = post.State,
                Message = message,
                Data = data is null ? null : JsonSerializer.Serialize(data, JsonColumn.Json),
            }
        );
        events.Add(
            db,
            told,
            post.Id.ToString(),
            new PostStreamEvent(post.Id, post.State, PostStates.StatusOf(post.State), post.FailureCode, message)
        );
    }
}
