using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Events;

/// <summary>Reads an owner's events onward from a position.</summary>
internal sealed class EventReader(ClipyardDb db, EventWish wish, long after)
{
    private long _after = after;

    /// <summary>Whether an event came after which nothing more is to be told.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The next ones, in order.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(int atMost, CancellationToken cancellationToken)
    {
        var events = db.Events.AsNoTracking().Where(logged => logged.Id > _after);
        if (wish.Subject is { } subject)
        {
            events = events.Where(logged => logged.Subject == subject);
        }

        var page = await events.OrderBy(logged => logged.Id).Take(atMost).ToListAsync(cancellationToken);
        _after = page is [.., var last] ? last.Id : _after;
        IsAtEnd |= page.Exists(logged => wish.IsLast(logged));
        return page;
    }
}
