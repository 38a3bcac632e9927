using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Identity;

/// <summary>How guessing is slowed down, from the <c>SignIn</c> configuration section.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>How many wrong passwords lock an account.</summary>
    [Range(1, 100)]
    public int Failures { get; set; } = 5;

    /// <summary>For how long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a minute one address may try, whichever names it tries; 0: as often as it likes.</summary>
    [Range(0, 10_000)]
    public int PerMinute { get; set; } = 20;
}
