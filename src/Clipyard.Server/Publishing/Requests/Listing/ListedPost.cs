using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>A post with the answer made of it.</summary>
internal sealed record ListedPost(Post Post, PostAnswer Answer);
