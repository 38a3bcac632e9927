using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>What a post's log keeps of its preparation.</summary>
internal sealed record PreparedData(
    IReadOnlyList<PreparedFile> Files,
    bool CreatorChecked,
    IReadOnlyList<string> Hints
);
