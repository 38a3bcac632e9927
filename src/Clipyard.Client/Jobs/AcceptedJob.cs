using System.Text.Json.Serialization;
using Clipyard.Client.Http;

namespace Clipyard.Client.Jobs;

/// <summary>Work that the server took on.</summary>
public sealed record AcceptedJob
{
    /// <summary>The job, for <see cref="JobsClient.WaitAsync"/>.</summary>
    public required string JobId { get; init; }

    /// <summary>What it does; null when the answer did not say.</summary>
    public string? Kind { get; init; }

    /// <summary>How far it is.</summary>
    public JobState State { get; init; }

    /// <summary>The student it works for; null for none.</summary>
    public string? StudentId { get; init; }

    /// <summary>Where to ask how far it is; null when it had ended already.</summary>
    public string? StatusUrl { get; init; }

    /// <summary>The request that began it; sent again it answers with the outcome. Null where there is no such answer.</summary>
    [JsonIgnore]
    internal ServerRequest? Request { get; init; }
}
