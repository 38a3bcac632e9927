using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Identity;

namespace Clipyard.Server.Tests.Identity;

/// <summary>The real hasher, and how often it compared.</summary>
internal sealed class CountingHasher : IPasswordHasher<Person>
{
    private readonly PasswordHasher<Person> _inner = new();
    private int _comparisons;

    public int Comparisons => Volatile.Read(ref _comparisons);

    public string HashPassword(Person user, string password) => _inner.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _comparisons);
        return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
