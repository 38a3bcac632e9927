namespace Clipyard.Server.Data;

/// <summary>A row that belongs to one owner and is invisible to all others.</summary>
internal interface IOwned
{
    /// <summary>Whose it is: the person's id.</summary>
    Guid OwnerId { get; }
}
