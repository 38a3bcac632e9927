namespace Clipyard.Server.Identity;

/// <summary>What an API key may do. On the wire their names in lower case.</summary>
[Flags]
internal enum KeyScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Look at things.</summary>
    Read = 1,

    /// <summary>Link students, download, delete, verify.</summary>
    Archive = 2,

    /// <summary>Make drafts.</summary>
    Draft = 4,

    /// <summary>Post directly.</summary>
    Publish = 8,

    /// <summary>Approve what waits.</summary>
    Approve = 16,

    /// <summary>Write tasks.</summary>
    Tasks = 32,

    /// <summary>Manage people and the server.</summary>
    Admin = 64,
}
