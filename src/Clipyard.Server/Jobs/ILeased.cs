namespace Clipyard.Server.Jobs;

/// <summary>A row that one process at a time works on.</summary>
internal interface ILeased
{
    Guid Id { get; }

    /// <summary>Who works on it now, and until when that counts. For efficiency only; nothing correct rests on it.</summary>
    string? LeaseHolder { get; set; }

    DateTimeOffset? LeaseUntil { get; set; }
}
