using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record ArchiveStudentArguments
{
    [Description("A student that is linked to a TikTok username; list_students names them.")]
    [Length(1, 128)]
    public required string StudentId { get; init; }

    [Description("How many of the newest posts: 1 to 500, 10 unless given.")]
    [Range(1, 500)]
    public int? MaxVideos { get; init; }

    [Description(ToolTexts.IdempotencyKey)]
    [MaxLength(200)]
    public string? IdempotencyKey { get; init; }
}
