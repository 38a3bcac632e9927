using Microsoft.AspNetCore.Identity;

namespace Clipyard.Server.Identity;

/// <summary>What a password is compared with when there is no such person: the comparison costs the same.</summary>
internal sealed class NobodysPassword(IPasswordHasher<Person> hasher)
{
    private readonly Lazy<string> _hash = new(() => hasher.HashPassword(Person, KeyText.NewPassword()));

    /// <summary>Whose it is.</summary>
    public static Person Person { get; } = new() { UserName = "nobody" };

    /// <summary>The hash of a password that nobody knows.</summary>
    public string Hash => _hash.Value;
}
