using System.Collections.Frozen;
using System.Text.Json;
using Clipyard.Server.Accounts;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Events;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>What webhooks can listen to, and which of the stream's events that is.</summary>
internal sealed class OfferedEvents : IEventFollower
{
    public const string ArchiveCompleted = "archive.completed";
    public const string ArchiveFailed = "archive.failed";

    /// <summary>Told only when somebody asks for it.</summary>
    public const string Test = "webhook.test";

    public static readonly IReadOnlyList<OfferedEvent> All =
    [
        new(PostStreamEvents.Created, "A post was asked for; its files are being fetched."),
        OfPost(PostState.AwaitingApproval, "A post is ready and waits for a person to approve it."),
        new(PostStreamEvents.Approved, "A person approved a post."),
        OfPost(PostState.Scheduled, "A post is ready and waits for its time."),
        OfPost(PostState.Published, "A post is on TikTok."),
        OfPost(PostState.InInbox, "A draft is in the creator's inbox; the creator finishes it in TikTok."),
        OfPost(PostState.Failed, "A post came to nothing; fail says why."),
        OfPost(PostState.Uncertain, "TikTok has not told for two hours what became of a post; it is asked again."),
        OfPost(PostState.Rejected, "A person rejected a post."),
        OfPost(PostState.Cancelled, "A post was cancelled."),
        new(ArchiveCompleted, "A download into the archive came to its end; done and failed count its videos."),
        new(ArchiveFailed, "A download into the archive came to nothing; code says why."),
        new(AccountEvents.ConnectedEvent, "A TikTok account was connected."),
        new(AccountEvents.ReconnectNeededEvent, "A TikTok account cannot be used until it is connected again."),
        new(AccountEvents.DisconnectedEvent, "A TikTok account was disconnected."),
        new(Test, "Somebody asked for a test: sent to the tested webhook, whatever it listens to."),
    ];

    private static readonly FrozenSet<string> Types = All.Select(offered => offered.Type)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>For what a post's callback is called.</summary>
    public static readonly IReadOnlyList<string> Outcomes =
    [
        .. new[]
        {
            PostState.InInbox,
            PostState.Published,
            PostState.Failed,
            PostState.Rejected,
            PostState.Cancelled,
        }.Select(PostStreamEvents.Of),
    ];

    /// <summary>Whether webhooks can listen to it.</summary>
    public static bool Contains(string type) => Types.Contains(type);

    /// <summary>Whether a post's callback is called for it.</summary>
    public static bool IsOutcome(string type) => Outcomes.Contains(type, StringComparer.Ordinal);

    /// <summary>What webhooks call an event of the stream; null when it is none of theirs.</summary>
    public static string? TypeOf(LoggedEvent logged) =>
        logged.Type switch
        {
            JobEvents.Completed => IsDownload(logged) ? ArchiveCompleted : null,
            JobEvents.Failed => IsDownload(logged) ? ArchiveFailed : null,
            _ => Types.Contains(logged.Type) ? logged.Type : null,
        };

    public bool Wants(string type) => type is JobEvents.Completed or JobEvents.Failed || Types.Contains(type);

    private static OfferedEvent OfPost(PostState state, string description) =>
        new(PostStreamEvents.Of(state), description);

    private static bool IsDownload(LoggedEvent logged)
    {
        using var document = JsonDocument.Parse(logged.Data);
        return document.RootElement.TryGetProperty("kind", out var kind)
            && kind.GetString() is JobKinds.StudentDownload or JobKinds.Downloads;
    }
}
