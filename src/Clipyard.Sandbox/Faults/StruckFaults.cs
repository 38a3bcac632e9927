namespace Clipyard.Sandbox.Faults;

/// <summary>What strikes one request.</summary>
internal readonly record struct StruckFaults(TimeSpan Delay, SandboxFault? Fault)
{
    public static StruckFaults None => default;
}
