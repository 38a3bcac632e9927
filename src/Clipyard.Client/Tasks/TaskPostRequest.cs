using Clipyard.Client.Posts;

namespace Clipyard.Client.Tasks;

/// <summary>How a task's video is posted. What is null is left to the server.</summary>
public sealed record TaskPostRequest : PostSettings
{
    /// <summary>The caption; null: what the task's output suggests.</summary>
    public string? Title { get; init; }
}
