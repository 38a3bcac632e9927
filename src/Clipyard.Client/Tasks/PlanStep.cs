namespace Clipyard.Client.Tasks;

/// <summary>A step of a task's plan.</summary>
public sealed record PlanStep
{
    /// <summary>Yours, at most 64 characters; null: the server makes one.</summary>
    public string? Id { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 10,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands.</summary>
    public StepState Status { get; init; } = StepState.Pending;
}
