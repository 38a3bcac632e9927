namespace Clipyard.CrashMatrix.Running;

/// <summary>The sum of everything that was run.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _kills;
    private int _posts;
    private int _faults;

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsGood
    {
        get
        {
            lock (_lock)
            {
                return _faults == 0
                    && Of(Verdict.Duplicate) == 0
                    && Of(Verdict.Lost) == 0
                    && Of(Verdict.Made) + Of(Verdict.Failed) + Of(Verdict.AskedPerson) == _posts;
            }
        }
    }

    /// <summary>Counts a post, and the kills that it took.</summary>
    public void Add(Outcome outcome, int kills)
    {
        lock (_lock)
        {
            _posts++;
            _kills += kills;
            _verdicts[outcome.Verdict] = Of(outcome.Verdict) + 1;
        }
    }

    /// <summary>Counts something that went wrong and is no post.</summary>
    public void AddFault()
    {
        lock (_lock)
        {
            _faults++;
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return $"{_kills} kills, {_posts} posts asked, {Of(Verdict.Made)} made, {Of(Verdict.Failed)} failed and said so, "
                + $"{Of(Verdict.AskedPerson)} asked a person, {Of(Verdict.Duplicate)} duplicates, {Of(Verdict.Lost)} lost";
        }
    }

    private int Of(Verdict verdict) => _verdicts.GetValueOrDefault(verdict);
}
