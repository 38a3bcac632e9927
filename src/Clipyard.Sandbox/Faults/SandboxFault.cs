using System.Text.Json.Serialization;
using Clipyard.Sandbox.Control;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Faults;

/// <summary>One thing that goes wrong, for the requests it matches, so many times.</summary>
public sealed record SandboxFault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>For which class of addresses.</summary>
    public SandboxEndpoint Endpoint { get; init; } = SandboxEndpoint.Any;

    /// <summary>Only for this post: its page, its embed page, its files. Null for every post.</summary>
    public string? Post { get; init; }

    /// <summary>Only for this account: its profile, lists, embed page and posts. Null for every account.</summary>
    public string? Creator { get; init; }

    /// <summary>Only when path and query contain this text. Null for every path.</summary>
    public string? Match { get; init; }

    /// <summary>Only for this host, or hosts that start with it (<c>v16-</c>). Null for every host.</summary>
    public string? Host { get; init; }

    /// <summary>How many requests it strikes before it is used up; null for ever.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many matching requests pass untouched before it strikes.</summary>
    public int Skip { get; init; }

    /// <summary>The HTTP or page status.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Seconds in Retry-After with status 429 and 503; null leaves the header out.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How long the answer takes (real time).</summary>
    [JsonPropertyName("delay_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan Delay { get; init; }

    /// <summary>How many bytes of the body are sent before the end.</summary>
    public long Bytes { get; init; }

    /// <summary>A post id, a content type or a status message.</summary>
    public string? Text { get; init; }

    /// <summary>The number that solves the challenge.</summary>
    public int Number { get; init; } = 1_234;

    /// <summary>The form of the page.</summary>
    public PageShape Shape { get; init; }
}
