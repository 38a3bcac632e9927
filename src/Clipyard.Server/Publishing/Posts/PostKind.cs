namespace Clipyard.Server.Publishing.Posts;

/// <summary>What is posted.</summary>
internal enum PostKind
{
    /// <summary>One video.</summary>
    Video,

    /// <summary>One to 35 pictures.</summary>
    Photos,
}
