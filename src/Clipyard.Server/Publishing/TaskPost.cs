using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Publishing;

/// <summary>A task's latest post, with what only the task's own pages show.</summary>
/// <param name="Post">How it stands.</param>
/// <param name="SourceUrl">The address that it was made from, as it was then; it may hold a signature. Null: no address.</param>
/// <param name="Attempts">Every try to send it, oldest first.</param>
/// <param name="DownloadedBytes">Of a pull: how much TikTok said it has; null when it is not known.</param>
internal sealed record TaskPost(
    PostAnswer Post,
    string? SourceUrl,
    IReadOnlyList<AttemptAnswer> Attempts,
    long? DownloadedBytes
);
