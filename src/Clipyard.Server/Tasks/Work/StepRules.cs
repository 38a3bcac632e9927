using Clipyard.Server.Api;

namespace Clipyard.Server.Tasks.Work;

/// <summary>What a plan may be.</summary>
internal static class StepRules
{
    public const int LongestId = 64;
    private const int Most = 200;

    /// <summary>The steps of a plan.</summary>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, naming the member.</exception>
    public static IReadOnlyList<PlanStep> Read(PlanBody body, Guid taskId, Guid ownerId)
    {
        if (body.Steps is not { Count: <= Most } given)
        {
            throw TextRules.Invalid(
                "steps",
                body.Steps is null ? "is missing." : $"has {body.Steps.Count:N0} entries; at most {Most} are taken."
            );
        }

        var steps = given.Select((step, position) => Read(step, position, taskId, ownerId)).ToList();
        var twice = steps.GroupBy(step => step.StepId, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? steps
            : throw TextRules.Invalid($"steps[{twice.Last().Position}].id", "stands there twice.");
    }

    private static PlanStep Read(PlanStepBody? step, int position, Guid taskId, Guid ownerId)
    {
        var member = $"steps[{position}]";
        return new PlanStep
        {
            TaskId = taskId,
            OwnerId = ownerId,
            Position = position,
            StepId = string.IsNullOrEmpty(step?.Id)
                ? Guid.NewGuid().ToString()
                : TextRules.Needed($"{member}.id", step.Id, LongestId),
            Title = TextRules.Needed($"{member}.title", step?.Title),
            Description = TextRules.Checked($"{member}.description", step?.Description),
            Status = WordReader.Choice($"{member}.status", step?.Status, StepState.Pending),
        };
    }
}
