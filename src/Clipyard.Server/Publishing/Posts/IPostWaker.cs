namespace Clipyard.Server.Publishing.Posts;

/// <summary>Lets posts go on.</summary>
internal interface IPostWaker
{
    /// <summary>After the commit: lets the post's lane look. A lost call is swept up within ten seconds.</summary>
    Task WakeAsync(Post post, CancellationToken cancellationToken);

    /// <summary>Lets an account's next posts go out: a place has become free.</summary>
    Task WakeSendingAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Tells a step that works on the post now to stop, if there is one.</summary>
    Task InterruptAsync(Guid postId);
}
