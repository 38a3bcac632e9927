using System.ComponentModel;
using System.Text.Json.Serialization;
using Clipyard.Failures;
using Clipyard.TikTokApi;

namespace Clipyard.Server.Automation.Mcp.Answers;

/// <summary>Why a tool did nothing: the members of a problem document that mean something here.</summary>
internal sealed record ToolFailure
{
    [Description("Always false.")]
    public required bool Success { get; init; }

    [Description("The failure's name, as docs/failures.md lists them.")]
    public required string Code { get; init; }

    [Description("What went wrong, with the value or the limit.")]
    public required string Message { get; init; }

    [Description("What to do about it.")]
    public required string Remedy { get; init; }

    public required IReadOnlyList<string> Remedies { get; init; }

    [Description("Whether the same call may succeed later.")]
    public required bool Transient { get; init; }

    [Description("Seconds to wait before that; null when nobody knows.")]
    public int? RetryAfter { get; init; }

    [Description("TikTok's own code; null when TikTok said none.")]
    [JsonPropertyName("tiktok_code")]
    public string? TikTokCode { get; init; }

    public static ToolFailure Of(ClipyardException failure) =>
        new()
        {
            Success = false,
            Code = failure.Code,
            Message = failure.Message,
            Remedy = failure.Remedies is [var first, ..] ? first : failure.Failure.Remedy,
            Remedies = failure.Remedies,
            Transient = failure.IsTransient,
            RetryAfter = failure.RetryAfter is { } wait
                ? (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, int.MaxValue)
                : null,
            TikTokCode = (failure as TikTokApiException)?.TikTokCode,
        };
}
