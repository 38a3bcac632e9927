namespace Clipyard.CrashMatrix.Running;

/// <summary>How one post came out.</summary>
/// <param name="Verdict">What it counts as.</param>
/// <param name="State">The server's word.</param>
/// <param name="Code">The server's code, when it failed.</param>
/// <param name="Made">How many the sandbox has.</param>
internal sealed record Outcome(Verdict Verdict, string State, string? Code, int Made)
{
    public bool IsGood => Verdict is Verdict.Made or Verdict.Failed or Verdict.AskedPerson;

    /// <summary>Compares the server's word with what was made.</summary>
    /// <param name="state">The post's state; <c>missing</c> when the server does not know it.</param>
    /// <param name="code">Its failure's code.</param>
    /// <param name="made">How many the sandbox has.</param>
    /// <param name="allowed">With which codes it may fail.</param>
    public static Outcome Of(string state, string? code, int made, params IReadOnlyList<string> allowed) =>
        new(Judge(state, code, made, allowed), state, code, made);

    public override string ToString() => $"{State}{(Code is null ? "" : $" ({Code})")}, {Made} made";

    private static Verdict Judge(string state, string? code, int made, IReadOnlyList<string> allowed) =>
        (state, made) switch
        {
            (_, > 1) => Verdict.Duplicate,
            ("in_inbox" or "published", 1) => Verdict.Made,
            ("uncertain", _) => Verdict.AskedPerson,
            ("failed", _) when code == "outcome_uncertain" => Verdict.AskedPerson,
            ("failed" or "cancelled", 0) when allowed.Contains(code ?? state) => Verdict.Failed,
            ("failed" or "cancelled", _) => Verdict.Wrong,
            (_, 1) => Verdict.Wrong,
            _ => Verdict.Lost,
        };
}
