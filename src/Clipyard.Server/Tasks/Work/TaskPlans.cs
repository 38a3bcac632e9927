using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Work;

/// <summary>The plans of tasks.</summary>
internal sealed class TaskPlans(ClipyardDb db, TaskStream stream, TimeProvider time)
{
    /// <summary>Puts a plan in the place of the one there was.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>.</exception>
    public Task<PlanAnswer> PutAsync(Guid taskId, PlanBody body, CancellationToken cancellationToken) =>
        Turns.RunAsync(
            db,
            $"Task {taskId}",
            async () =>
            {
                var task = await TaskRows.FindAsync(db.AgentTasks, taskId, cancellationToken);
                var steps = StepRules.Read(body, taskId, task.OwnerId);
                db.PlanSteps.RemoveRange(
                    await db.PlanSteps.Where(step => step.TaskId == taskId).ToListAsync(cancellationToken)
                );
                db.PlanSteps.AddRange(steps);
                task.Revision++;
                task.UpdatedAt = time.GetUtcNow();
                stream.Updated(db, task, "plan");
                await db.SaveChangesAsync(cancellationToken);
                return new PlanAnswer(taskId, [.. steps.Select(PlanStepAnswer.Of)], task.Revision);
            }
        );

    /// <summary>A task's steps, in their order.</summary>
    public async Task<IReadOnlyList<PlanStepAnswer>> OfAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var steps = await db
            .PlanSteps.AsNoTracking()
            .Where(step => step.TaskId == taskId)
            .OrderBy(step => step.Position)
            .ToListAsync(cancellationToken);
        return [.. steps.Select(PlanStepAnswer.Of)];
    }
}
