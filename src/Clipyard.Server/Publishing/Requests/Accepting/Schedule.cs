namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>When a post goes out.</summary>
/// <param name="At">The instant, in UTC and whole milliseconds, as the database keeps it; null: as soon as possible.</param>
/// <param name="Zone">An IANA name, or an offset; null without an instant.</param>
internal sealed record Schedule(DateTimeOffset? At, string? Zone)
{
    public static readonly Schedule AtOnce = new(null, null);
}
