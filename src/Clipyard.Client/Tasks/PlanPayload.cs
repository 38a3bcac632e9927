namespace Clipyard.Client.Tasks;

/// <summary>A plan on the wire: as it is sent, and as it is answered.</summary>
internal sealed record PlanPayload
{
    public IReadOnlyList<PlanStep>? Steps { get; init; }

    public IReadOnlyList<PlanStep>? PlanningSteps { get; init; }
}
