using System.Text.Json.Serialization;

namespace Clipyard.Server.Api.Problems;

/// <summary>A failure as callers get it: RFC 9457, <c>application/problem+json</c>.</summary>
internal sealed record Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Where the failure is explained: <c>/problems/CODE</c> of this server.</summary>
    public required string Type { get; init; }

    /// <summary>What went wrong, the same for every case of this code.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong in this case: the value, the limit.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for, without its query.</summary>
    public required string Instance { get; init; }

    /// <summary>The failure's name, as programs compare it.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Everything that may help, most promising first; the first is <see cref="Remedy"/>.</summary>
    public required IReadOnlyList<string> Remedies { get; init; }

    /// <summary>Which parameter it is about, as the request names it: <c>schedule_time</c>; absent when it is about none, or not about one alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>Seconds to wait before the same request may succeed; absent when waiting does not help or nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RetryAfter { get; init; }

    /// <summary>TikTok's own code, as its documentation explains it; absent when TikTok said none.</summary>
    [JsonPropertyName("tiktok_code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TikTokCode { get; init; }

    /// <summary>The id by which TikTok's support finds the call; absent when TikTok said none.</summary>
    [JsonPropertyName("tiktok_log_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TikTokLogId { get; init; }

    /// <summary>What is wrong with which row, the first thousand; only where a table was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RowFault>? Errors { get; init; }

    /// <summary>How many errors there are altogether; only where a table was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ErrorCount { get; init; }

    /// <summary>Always false: callers that look at <c>success</c> alone understand, too.</summary>
    public bool Success { get; init; }

    /// <summary>The request, to be found in the log.</summary>
    public required string RequestId { get; init; }
}
