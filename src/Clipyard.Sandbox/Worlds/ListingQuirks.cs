using System.Text.Json.Serialization;
using Clipyard.Sandbox.Control;

namespace Clipyard.Sandbox.Worlds;

/// <summary>What TikTok's lists are known to do; off unless set.</summary>
public sealed record ListingQuirks
{
    /// <summary>How many posts of the page before are sent again.</summary>
    public int Overlap { get; init; }

    /// <summary>How many posts fewer than asked for a page holds.</summary>
    public int ShortBy { get; init; }

    /// <summary>How far the list looks back from the cursor; beyond that the answer is empty. Null for no limit.</summary>
    [JsonPropertyName("look_back_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan? LookBack { get; init; }

    /// <summary>Whether an empty answer leaves <c>itemList</c> out.</summary>
    public bool OmitEmptyList { get; init; }
}
