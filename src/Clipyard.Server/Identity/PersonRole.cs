namespace Clipyard.Server.Identity;

/// <summary>What a person may do beyond their own data.</summary>
public enum PersonRole
{
    /// <summary>Nothing.</summary>
    Member,

    /// <summary>Manage people and see the server's health; never other people's content.</summary>
    Administrator,
}
