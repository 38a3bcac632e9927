using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>A page of posts.</summary>
internal sealed record PostListAnswer(IReadOnlyList<PostAnswer> Posts, int Count, int Total, string? NextCursor);
