using System.ComponentModel;

namespace Clipyard.Server.Archive.Posts;

/// <summary>Which posts to fetch and keep.</summary>
internal sealed record DownloadsBody
{
    [Description("Addresses of posts, short links among them: 1 to 500.")]
    public IReadOnlyList<string?>? Urls { get; init; }

    [Description(
        "Whose they are. Without it a post belongs to the student who is linked to its creator's username, if any."
    )]
    public string? StudentId { get; init; }

    [Description("compatible, best, hd, sd, ld, mobile, worst or audio; the default is a setting of the server.")]
    public string? Quality { get; init; }

    [Description("Only the sound.")]
    public bool AudioOnly { get; init; }

    [Description("Fetch again what is kept already, as a new generation.")]
    public bool Force { get; init; }
}
