using Clipyard.Server.Data;
using Clipyard.Server.Events;

namespace Clipyard.Server.Tasks.Work;

/// <summary>What the event stream tells of tasks.</summary>
internal sealed class TaskStream(IEventLog events)
{
    /// <summary>A task is there.</summary>
    public void Created(ClipyardDb db, AgentTask task) => Add(db, "task.created", task, "task");

    /// <summary>Something of a task is different.</summary>
    /// <param name="db">The scope's context.</param>
    /// <param name="task">The task.</param>
    /// <param name="what">What: <c>task</c>, <c>plan</c>, <c>log</c> or <c>post</c>.</param>
    public void Updated(ClipyardDb db, AgentTask task, string what) => Add(db, "task.updated", task, what);

    /// <summary>A task is gone.</summary>
    public void Deleted(ClipyardDb db, Guid taskId, Guid instanceId) =>
        events.Add(db, "task.deleted", taskId.ToString(), new { task_id = taskId, instance_id = instanceId });

    /// <summary>An instance is gone, and all its tasks with it.</summary>
    public void InstanceDeleted(ClipyardDb db, Guid instanceId) =>
        events.Add(db, "instance.deleted", instanceId.ToString(), new { instance_id = instanceId });

    private void Add(ClipyardDb db, string type, AgentTask task, string what) =>
        events.Add(
            db,
            type,
            task.Id.ToString(),
            new
            {
                task_id = task.Id,
                instance_id = task.InstanceId,
                task.State,
                task.Revision,
                changed = what,
            }
        );
}
