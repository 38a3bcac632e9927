using Clipyard.Sandbox.Official.Posting;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary>What a creator does in the TikTok app: finds drafts, posts or discards them, sends apps away.</summary>
public sealed class CreatorInbox
{
    private readonly OfficialState _state;
    private readonly OfficialApplication _application;

    internal CreatorInbox(OfficialState state, OfficialApplication application)
    {
        _state = state;
        _application = application;
    }

    /// <summary>The drafts that wait, oldest first.</summary>
    public IReadOnlyList<PublishTaskInfo> Drafts(string creator) =>
        Locked(() => _state.Tasks.Where(task => IsDraft(task, creator)).Select(PublishTaskInfo.Of).ToList());

    /// <summary>The notifications, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications(string creator) =>
        Locked(() => _state.Notifications.Where(note => Is(note.Creator, creator)).ToList());

    /// <summary>The apps that are connected.</summary>
    public IReadOnlyList<ConnectedApp> Apps(string creator) =>
        Locked(() =>
            _state
                .Tokens.Grants.Where(grant => Is(grant.Username, creator))
                .GroupBy(grant => grant.ClientKey, StringComparer.Ordinal)
                .Select(grants => new ConnectedApp(
                    grants.Key,
                    _state.FindApp(grants.Key)?.Name ?? grants.Key,
                    [.. grants.SelectMany(grant => grant.Scopes).Distinct(StringComparer.Ordinal)],
                    grants.Min(grant => grant.GivenAt)
                ))
                .ToList()
        );

    /// <summary>Posts a draft. A draft that was posted can be posted again, as in the app.</summary>
    /// <param name="publishId">The draft.</param>
    /// <param name="caption">Its text; null keeps what the app gave (photos only bring one).</param>
    /// <param name="privacyLevel">Who may see it; null for everyone, or followers of a private account.</param>
    /// <returns>The post; null when there is no such draft.</returns>
    public PublishedPost? Post(string publishId, string? caption = null, string? privacyLevel = null) =>
        Locked(() =>
        {
            if (
                _state.FindTask(publishId) is not { } task
                || !CanBePosted(task)
                || _state.World.FindCreator(task.Grant.Username) is not { } creator
            )
            {
                return null;
            }

            var wish = caption is null ? task.Wish : task.Wish with { Title = caption, Description = "" };
            var level = privacyLevel ?? PrivacyLevels.For(creator)[0];
            return _application.Publisher.Post(task, wish with { PrivacyLevel = level });
        });

    /// <summary>Throws a draft away. TikTok never tells the app.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Discard(string publishId) =>
        Locked(() =>
        {
            if (_state.FindTask(publishId) is not { Stage: PublishStage.InInbox, Discarded: false } task)
            {
                return false;
            }

            task.Discarded = true;
            return true;
        });

    /// <summary>Sends an app away; it hears of it with reason 1.</summary>
    /// <returns>Whether it was connected.</returns>
    public bool Disconnect(string creator, string clientKey) =>
        Locked(() => _state.Disconnect(clientKey, creator, reason: 1));

    /// <summary>The file of a draft or post, to look at; null when there is none.</summary>
    internal ReceivedFile? File(string publishId, int index) =>
        Locked(() =>
            _state.FindTask(publishId) is { Stage: not PublishStage.Failed } task && index < task.Files.Count
                ? task.Files[index]
                : null
        );

    private static bool CanBePosted(PublishTask task) =>
        task is { Mode: PublishMode.Inbox, Discarded: false, Stage: PublishStage.InInbox or PublishStage.Complete };

    private static bool IsDraft(PublishTask task, string creator) =>
        task is { Stage: PublishStage.InInbox, Discarded: false } && Is(task.Grant.Username, creator);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private T Locked<T>(Func<T> act)
    {
        lock (_state.Gate)
        {
            _application.Publisher.Settle();
            return act();
        }
    }
}
