namespace Clipyard.Server.Identity;

/// <summary>A password that was made for somebody: shown once and kept nowhere.</summary>
/// <param name="Person">For whom.</param>
/// <param name="Password">To be changed after signing in.</param>
public sealed record MadePassword(PersonSummary Person, string Password)
{
    /// <summary>The name alone: secrets do not belong into logs.</summary>
    public override string ToString() => Person.Name;
}
