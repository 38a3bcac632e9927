namespace Clipyard.Sandbox.Faults;

/// <summary>A fault in force.</summary>
/// <param name="Id">The number it is removed by.</param>
/// <param name="Fault">What was asked for.</param>
/// <param name="Struck">How many requests it has struck.</param>
public sealed record ActiveFault(int Id, SandboxFault Fault, int Struck);
