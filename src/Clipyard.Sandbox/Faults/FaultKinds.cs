namespace Clipyard.Sandbox.Faults;

/// <summary>Groups of faults by where they act.</summary>
internal static class FaultKinds
{
    /// <summary>Whether it acts on the bytes of the connection, whatever the answer is.</summary>
    public static bool IsOnTheWire(this FaultKind kind) =>
        kind
            is FaultKind.Cut
                or FaultKind.Reset
                or FaultKind.Stall
                or FaultKind.DuplicateAnswer
                or FaultKind.LostAnswer
                or FaultKind.LengthTooShort
                or FaultKind.LengthTooLong
                or FaultKind.Chunked;
}
