using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Listing;

namespace Clipyard.Server.Publishing;

/// <summary>The one way to publish, for features that ask for posts.</summary>
internal interface IPosts
{
    /// <summary>The post: a new one, or the one that an earlier, same request made.</summary>
    /// <param name="wish">What to post.</param>
    /// <param name="caller">What whoever asks may do.</param>
    /// <param name="idempotency">The request's key, if it has one.</param>
    /// <param name="cancellationToken">Stops it; nothing was made then.</param>
    /// <exception cref="Failures.ClipyardException">
    /// Whatever is wrong with the request; <c>post_in_progress</c>, <c>duplicate_post</c> or <c>outcome_uncertain</c>: the
    /// task has a post. Nothing was made then.
    /// </exception>
    Task<Guid> AcceptAsync(
        PostWish wish,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    );

    /// <summary>How a post stands, after waiting for an outcome, for a person or for its time, at most so long.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>.</exception>
    Task<PostAnswer> SettleAsync(Guid postId, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>
    /// How a post stands, after waiting until TikTok has given it an id, or more waiting leads to no more: as
    /// <see cref="SettleAsync"/>, but not to the end.
    /// </summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>.</exception>
    Task<PostAnswer> BeginAsync(Guid postId, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>
    /// How the owner's posts of these ids stand, without pictures, in that order; those that are not there are left out.
    /// </summary>
    Task<IReadOnlyList<PostAnswer>> FindAsync(IReadOnlyList<Guid> postIds, CancellationToken cancellationToken);

    /// <summary>A page of the owner's posts, newest first.</summary>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    Task<PostListAnswer> ListAsync(PostQuery query, CancellationToken cancellationToken);

    /// <summary>Every task's latest post, of those that have one.</summary>
    Task<IReadOnlyDictionary<Guid, PostAnswer>> OfTasksAsync(
        IReadOnlyList<Guid> taskIds,
        CancellationToken cancellationToken
    );

    /// <summary>A task's latest post, in full; null when it has none.</summary>
    Task<TaskPost?> OfTaskAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>The posts of tasks that are neither delivered nor ended: post by task.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> UnderWayAsync(
        IReadOnlyCollection<Guid> taskIds,
        CancellationToken cancellationToken
    );

    /// <summary>Why a task gets no other post; null when it may: <see cref="AcceptAsync"/> throws it.</summary>
    Task<Failures.ClipyardException?> FindRefusalAsync(Guid taskId, CancellationToken cancellationToken);

    /// <summary>Checks whether a video at this address could be posted, as far as can be without fetching it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="hosts">The only hosts that it may be on; null: any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, <c>url_not_allowed</c>.</exception>
    Task EnsureTakenAsync(string address, IReadOnlyList<string>? hosts, CancellationToken cancellationToken);

    /// <summary>Checks whether posts of this mode can go to the account.</summary>
    /// <exception cref="Failures.ClipyardException">
    /// <c>not_found</c>, <c>not_connected</c>, <c>reconnect_needed</c>, <c>scope_missing</c>.
    /// </exception>
    Task EnsureReachableAsync(Guid accountId, PostMode mode, CancellationToken cancellationToken);

    /// <summary>Cancels a post; one that is cancelled already stays so.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>, <c>not_cancellable</c>.</exception>
    Task<PostAnswer> CancelAsync(Guid postId, CancellationToken cancellationToken);
}
