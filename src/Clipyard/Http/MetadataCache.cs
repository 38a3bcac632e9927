using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Clipyard.Http;

/// <summary>Remembers posts, profiles and where short links lead.</summary>
internal sealed class MetadataCache(ClipyardOptions options, StatisticsRecorder statistics, TimeProvider time)
    : IDisposable
{
    private readonly MemoryCache? _cache = options.UseCache
        ? new MemoryCache(
            new MemoryCacheOptions { SizeLimit = options.MetadataCacheEntries, Clock = new ProvidedClock(time) }
        )
        : null;

    /// <summary>Looks something up. Keys of different types never meet.</summary>
    public T? Find<T>(string key)
        where T : class
    {
        if (_cache is null)
        {
            return null;
        }

        var value = _cache.Get<T>((typeof(T), key));
        statistics.RecordCacheLookup(value is not null);
        return value;
    }

    /// <summary>Remembers something, in place of what was there.</summary>
    public void Keep<T>(string key, T value)
        where T : class =>
        _cache?.Set(
            (typeof(T), key),
            value,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.MetadataCacheLifetime }
        );

    public void Dispose() => _cache?.Dispose();

    private sealed class ProvidedClock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
