namespace Clipyard.Client.Posts;

/// <summary>How a video is posted. What is null is left to the server, or stays as it is.</summary>
public record PostOptions : PostSettings
{
    /// <summary>The caption.</summary>
    public string? Content { get; init; }

    /// <summary>The caption when there is no content; of photos the title.</summary>
    public string? Title { get; init; }

    /// <summary>Stands below the caption.</summary>
    public string? Description { get; init; }
}
