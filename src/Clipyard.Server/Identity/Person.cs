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
}
