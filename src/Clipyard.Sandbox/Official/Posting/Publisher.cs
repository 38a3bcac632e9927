using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Checks;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>
/// From the last byte to a post: check, delay, notification, moderation. Whoever calls it holds the gate of
/// <see cref="OfficialState"/>; what is due by the clock happens at the next <see cref="Settle"/>.
/// </summary>
internal sealed class Publisher(OfficialState state, PostingLimits limits, PostMaker maker)
{
    /// <summary>Everything has arrived: from now on it is TikTok's turn.</summary>
    public void Receive(PublishTask task, IReadOnlyList<ReceivedFile> files)
    {
        task.Files = files;
        task.Stage = PublishStage.Processing;
        task.Verdict = Judge(task, files);
        Await(task, state.Clock.Now + state.Settings.ProcessingDelay);
        Settle();
    }

    /// <summary>Something happens to the task at that time, whether anybody asks or not.</summary>
    public void Await(PublishTask task, DateTimeOffset due)
    {
        task.Due = due;
        state.Waiting.Add(task);
        state.Webhooks.Wake();
    }

    /// <summary>Lets happen what is due.</summary>
    public void Settle()
    {
        if (state.Waiting.Count == 0)
        {
            return;
        }

        var now = state.Clock.Now;
        foreach (var task in state.Waiting.ToList())
        {
            Settle(task, now);
        }
    }

    /// <summary>When something is due next; null when nothing is.</summary>
    public DateTimeOffset? NextDue =>
        state.Waiting.Min(task => Earlier(task.Due, task.InModeration.Min(post => (DateTimeOffset?)post.Due)));

    public void Fail(PublishTask task, string reason)
    {
        task.Stage = PublishStage.Failed;
        task.FailReason = reason;
        task.Due = null;
        state.Waiting.Remove(task);
        task.Stop.Cancel();
        foreach (var file in task.Files)
        {
            UploadSpool.Delete(file.Path);
        }

        Emit(task, "post.publish.failed", content => content["reason"] = reason);
    }

    /// <summary>The creator posts a draft, not always for the first time.</summary>
    public PublishedPost Post(PublishTask task, PostWish wish)
    {
        var post = maker.Make(task, wish);
        task.Stage = PublishStage.Complete;
        Emit(task, "post.publish.complete");
        Show(task, post);
        return post;
    }

    private void Settle(PublishTask task, DateTimeOffset now)
    {
        if (task.Due <= now)
        {
            task.Due = null;
            Finish(task);
        }

        foreach (var (postId, _) in task.InModeration.Where(post => post.Due <= now).ToList())
        {
            task.InModeration.RemoveAll(post => post.PostId == postId);
            Release(task, postId);
        }

        if (task.Due is null && task.InModeration.Count == 0)
        {
            state.Waiting.Remove(task);
        }
    }

    private void Finish(PublishTask task)
    {
        if (task.Stage == PublishStage.Receiving)
        {
            // Only pulls come here: their hour is over.
            Fail(task, task.IsPhoto ? "photo_pull_failed" : "video_pull_failed");
            return;
        }

        if (Refusal(task) is { } reason)
        {
            Fail(task, reason);
            return;
        }

        if (task.Mode == PublishMode.Direct)
        {
            Post(task, task.Wish);
            return;
        }

        task.Stage = PublishStage.InInbox;
        task.DeliveredAt = state.Clock.Now;
        var app = state.FindApp(task.Grant.ClientKey)?.Name ?? task.Grant.ClientKey;
        var text = $"Your content from {app} is ready. Tap to edit and post it.";
        state.Notifications.Add(new Notification(task.Grant.Username, state.Clock.Now, text, task.PublishId));
        Emit(task, "post.publish.inbox_delivered");
    }

    private string? Refusal(PublishTask task)
    {
        if (task.Grant.Revoked)
        {
            return "auth_removed";
        }

        var target = new FaultTarget(
            SandboxEndpoint.Processing,
            "",
            task.PublishId,
            Post: null,
            Creator: task.Grant.Username
        );
        if (state.Faults.Take(target).Fault is { Kind: FaultKind.FailProcessing } fault)
        {
            return fault.Text ?? "internal";
        }

        if (task.Verdict is { } verdict)
        {
            return verdict;
        }

        var risky = state.Settings.RiskyTexts.Any(text =>
            task.Wish.Caption.Contains(text, StringComparison.OrdinalIgnoreCase)
        );
        return risky ? "spam_risk_text" : limits.AtPosting(task);
    }

    private string? Judge(PublishTask task, IReadOnlyList<ReceivedFile> files)
    {
        if (task.IsPhoto)
        {
            return files
                .Select(file => MediaCheck.Photo(file.Facts, file.Length))
                .FirstOrDefault(fault => fault is not null);
        }

        var longest =
            task.Mode == PublishMode.Inbox
                ? state.Settings.LongestDraftSeconds
                : state.World.FindCreator(task.Grant.Username)?.Posting.LongestVideoSeconds ?? 0;
        return MediaCheck.Video(files[0].Facts, state.Settings.ShortestSeconds, longest);
    }

    /// <summary>Public posts are looked at first.</summary>
    private void Show(PublishTask task, PublishedPost post)
    {
        if (post.Wish.PrivacyLevel != PrivacyLevels.Public)
        {
            return;
        }

        task.InModeration.Add((post.PostId, state.Clock.Now + state.Settings.ModerationDelay));
        state.Waiting.Add(task);
        state.Webhooks.Wake();
        Settle(task, state.Clock.Now);
    }

    private void Release(PublishTask task, string postId)
    {
        if (!maker.Release(postId))
        {
            return;
        }

        task.PublicPostIds.Add(postId);
        Emit(task, "post.publish.publicly_available", content => content["post_id"] = postId);
    }

    /// <summary>The creator hides or deletes a post that everyone could see.</summary>
    public void Withdraw(PublishTask task, string postId)
    {
        task.InModeration.RemoveAll(post => post.PostId == postId);
        if (task.PublicPostIds.Remove(postId))
        {
            // TikTok's spelling.
            Emit(task, "post.publish.no_longer_publicaly_available", content => content["post_id"] = postId);
        }
    }

    /// <summary>The creator shows a post to everyone that was hidden.</summary>
    public void Reveal(PublishTask task, string postId)
    {
        task.InModeration.RemoveAll(post => post.PostId == postId);
        if (!task.PublicPostIds.Contains(postId))
        {
            Release(task, postId);
        }
    }

    private void Emit(PublishTask task, string name, Action<JsonObject>? add = null)
    {
        var content = new JsonObject { ["publish_id"] = task.PublishId };
        add?.Invoke(content);
        content["publish_type"] = task.PublishType;
        state.Emit(task.Grant.ClientKey, task.Grant.Username, name, content);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right ?? left : left;
}
