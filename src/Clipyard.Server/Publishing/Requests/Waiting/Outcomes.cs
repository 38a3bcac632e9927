using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Waiting;

/// <summary>When waiting for a post has an end.</summary>
internal static class Outcomes
{
    /// <summary>Whether the caller learns nothing more by waiting: it has arrived or ended, or it waits for a person or its time.</summary>
    public static bool IsSettled(PostState state) =>
        PostStates.IsDelivered(state) || state is PostState.AwaitingApproval or PostState.Scheduled;

    /// <summary>Whether TikTok has given it an id, or waiting for that is over.</summary>
    public static bool IsBegun(PostState state) =>
        IsSettled(state) || state is PostState.Uploading or PostState.Processing or PostState.Uncertain;
}
