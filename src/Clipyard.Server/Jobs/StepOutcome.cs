namespace Clipyard.Server.Jobs;

/// <summary>What a step leaves.</summary>
internal sealed record StepOutcome
{
    private StepOutcome(bool isDone, TimeSpan delay, string? result) =>
        (IsDone, Delay, Result) = (isDone, delay, result);

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone { get; }

    /// <summary>How long to wait before the next step.</summary>
    public TimeSpan Delay { get; }

    /// <summary>What came of the job, as JSON; null when there is nothing to say beside its items.</summary>
    public string? Result { get; }

    /// <summary>There is more to do.</summary>
    public static StepOutcome Continue(TimeSpan delay = default) => new(isDone: false, delay, result: null);

    /// <summary>The job has come to its end.</summary>
    public static StepOutcome Done(string? result = null) => new(isDone: true, TimeSpan.Zero, result);
}
