using Microsoft.AspNetCore.Identity;

namespace Clipyard.Server.Identity;

/// <summary>Somebody who signs in. Each person is the owner of their own archive, keys and jobs.</summary>
internal sealed class Person : IdentityUser<Guid>
{
    /// <summary>What they may do beyond their own data.</summary>
    public PersonRole Role { get; set; }

    /// <summary>What the keys of their objects begin with; see <see cref="Data.Owner.StorePrefix"/>.</summary>
    public string StorePrefix { get; set; } = "";

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Whether no password opens the account now.</summary>
    public bool IsLocked(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Counts a wrong password; enough of them lock the account.</summary>
    public void RecordFailure(DateTimeOffset now, SignInOptions limits)
    {
        if (++AccessFailedCount >= limits.Failures)
        {
            AccessFailedCount = 0;
            LockoutEnd = now + limits.LockedFor;
        }
    }

    /// <summary>Forgets wrong passwords.</summary>
    public void RecordSuccess()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
    }

    /// <summary>Another password: whoever is signed in with the old one is not any more, and nobody is locked out.</summary>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        RecordSuccess();
        EndSessions();
    }

    /// <summary>Ends every session that was begun until now.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
