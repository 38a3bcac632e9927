using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Clipyard.Server.Accounts.Avatars;

/// <summary>Keeps pictures of accounts for a while, and for a moment that one could not be had. Bounded in bytes.</summary>
internal sealed class AvatarShelf(TimeProvider time) : IDisposable
{
    /// <summary>How long a picture is good.</summary>
    public static readonly TimeSpan PictureLife = TimeSpan.FromHours(1);

    // A page asks again each time it is opened: what TikTok just refused it is not asked for with every one of them.
    private static readonly TimeSpan FailureLife = TimeSpan.FromMinutes(1);

    private const long MostBytes = 32L << 20;
    private const int FailureBytes = 1024;

    private readonly MemoryCache _cache = new(
        new MemoryCacheOptions { SizeLimit = MostBytes, Clock = new ProvidedClock(time) }
    );

    public ShelvedAvatar? Find(Guid accountId) => _cache.Get<ShelvedAvatar>(accountId);

    public void Keep(Guid accountId, ShelvedAvatar avatar) =>
        _cache.Set(
            accountId,
            avatar,
            new MemoryCacheEntryOptions
            {
                Size = avatar.Picture?.Content.Length ?? FailureBytes,
                AbsoluteExpirationRelativeToNow = avatar.Picture is null ? FailureLife : PictureLife,
            }
        );

    public void Drop(Guid accountId) => _cache.Remove(accountId);

    public void Dispose() => _cache.Dispose();

    private sealed class ProvidedClock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
