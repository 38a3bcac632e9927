namespace Clipyard.CrashMatrix.Running;

/// <summary>Writes a line for each thing that was run, and keeps the sum.</summary>
internal sealed class Report(TextWriter output)
{
    private const int LogLines = 60;
    private readonly Lock _lock = new();

    public Tally Tally { get; } = new();

    /// <summary>A remark.</summary>
    public void Say(string text)
    {
        lock (_lock)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }

    /// <summary>A post that was run to its end.</summary>
    /// <param name="what">What was done to it.</param>
    /// <param name="outcome">How it came out.</param>
    /// <param name="kills">How often a server died over it.</param>
    /// <param name="log">What the server logged; shown when it came out badly.</param>
    public void Add(string what, Outcome outcome, int kills, IReadOnlyList<string> log)
    {
        Tally.Add(outcome, kills);
        Say($"{(outcome.IsGood ? "ok  " : "BAD ")} {what}: {outcome}");
        if (!outcome.IsGood)
        {
            SayLog(log);
        }
    }

    /// <summary>Something that is no post: it held, or did not.</summary>
    public void Check(string what, bool holds, string seen)
    {
        if (!holds)
        {
            Tally.AddFault();
        }

        Say($"{(holds ? "ok  " : "BAD ")} {what}: {seen}");
    }

    /// <summary>Something that should have run did not.</summary>
    public void Broken(string what, Exception error, IReadOnlyList<string> log)
    {
        Tally.AddFault();
        Say($"BAD  {what}: {error.GetType().Name}: {error.Message}");
        SayLog(log);
    }

    private void SayLog(IReadOnlyList<string> log)
    {
        foreach (var line in log.TakeLast(LogLines))
        {
            Say("     | " + line);
        }
    }
}
