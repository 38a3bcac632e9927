using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Tasks.Work;

/// <summary>The table of states.</summary>
internal static class TaskStates
{
    /// <summary>Refuses a way that the table does not know. Staying is always one.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>, naming the ways there are.</exception>
    public static void ThrowIfNoWay(TaskState from, TaskState to)
    {
        var ways = Next(from);
        if (from == to || ways.Contains(to))
        {
            return;
        }

        var names = string.Join(", ", ways.Select(WordReader.NameOf));
        throw new ClipyardException(
            FailureCatalogue.Conflict,
            $"A task does not go from {WordReader.NameOf(from)} to {WordReader.NameOf(to)}."
        )
        {
            Remedies =
            [
                ways.Length > 0
                    ? $"From {WordReader.NameOf(from)} it goes to {names}."
                    : "It has ended: make a new task.",
            ],
        };
    }

    /// <summary>Where a state leads.</summary>
    public static TaskState[] Next(TaskState state) =>
        state switch
        {
            TaskState.Submitted =>
            [
                TaskState.Planning,
                TaskState.InProgress,
                TaskState.Completed,
                TaskState.Failed,
                TaskState.Cancelled,
            ],
            TaskState.Planning => [TaskState.InProgress, TaskState.Completed, TaskState.Failed, TaskState.Cancelled],
            TaskState.InProgress =>
            [
                TaskState.Planning, // it has to be planned anew
                TaskState.Completed,
                TaskState.Failed,
                TaskState.Cancelled,
            ],
            TaskState.Failed => [TaskState.Planning, TaskState.InProgress, TaskState.Cancelled], // taken up again
            _ => [],
        };
}
