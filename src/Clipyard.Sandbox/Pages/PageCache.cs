using System.Collections.Concurrent;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>Built pages, kept while neither the world nor the minute has changed: addresses in them carry a time.</summary>
internal sealed class PageCache(SandboxWorld world)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public SegmentedBody Get(string key, DateTimeOffset now, Func<DateTimeOffset, SegmentedBody> build)
    {
        var version = world.Version;
        if (
            _entries.TryGetValue(key, out var entry)
            && entry.Version == version
            && now >= entry.Built
            && now - entry.Built < Life
        )
        {
            return entry.Body;
        }

        var body = build(now);
        _entries[key] = new Entry(version, now, body);
        return body;
    }

    private sealed record Entry(int Version, DateTimeOffset Built, SegmentedBody Body);
}
