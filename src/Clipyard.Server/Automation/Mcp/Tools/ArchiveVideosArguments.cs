using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record ArchiveVideosArguments
{
    [Description("Addresses of TikTok posts, short links among them: 1 to 500.")]
    [Length(1, 500)]
    public required IReadOnlyList<string?> Urls { get; init; }

    [Description("Whose they are; without it a post belongs to the student linked to its creator, if any.")]
    [MaxLength(128)]
    public string? StudentId { get; init; }

    [Description("Which rendition is kept; the default is a setting of the server, usually compatible.")]
    [AllowedValues("compatible", "best", "hd", "sd", "ld", "mobile", "worst", "audio")]
    public string? Quality { get; init; }

    [Description("Only the sound.")]
    public bool? AudioOnly { get; init; }

    [Description(ToolTexts.IdempotencyKey)]
    [MaxLength(200)]
    public string? IdempotencyKey { get; init; }
}
