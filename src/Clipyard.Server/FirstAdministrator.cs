namespace Clipyard.Server;

/// <summary>The administrator that the first start made. The password is shown once and kept nowhere.</summary>
/// <param name="Name">What to sign in as.</param>
/// <param name="Password">The password, to be changed after signing in.</param>
/// <param name="ApiKey">A first key with every scope, for the command line.</param>
public sealed record FirstAdministrator(string Name, string Password, string ApiKey)
{
    /// <summary>The name alone: secrets do not belong into logs.</summary>
    public override string ToString() => Name;
}
