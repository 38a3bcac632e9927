namespace Clipyard.Server.Data;

/// <summary>A row that lists show by the time of its creation.</summary>
internal interface ICreated
{
    Guid Id { get; }

    DateTimeOffset CreatedAt { get; }
}
