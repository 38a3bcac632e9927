using Clipyard.Server.Api;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Storage;

/// <inheritdoc cref="IMediaAddresses"/>
internal sealed class MediaAddresses(
    IPublicAddress address,
    MediaSignature signature,
    IOptions<StorageOptions> options,
    TimeProvider time
) : IMediaAddresses
{
    // An address that works for long stays the same for an hour, in seconds: browsers keep what they fetched from it.
    private const long SameFor = 3600;
    private static readonly TimeSpan Long = TimeSpan.FromHours(12);

    public MediaAddress For(string key)
    {
        ObjectKey.Check(key);
        var url = address.Absolute($"media/{ObjectKey.Escape(key)}");
        if (options.Value.Public)
        {
            return new MediaAddress(url, ExpiresAt: null);
        }

        var expires = ExpiresAt();
        return new MediaAddress(
            $"{url}?expires={expires}&signature={signature.Sign(key, expires)}",
            DateTimeOffset.FromUnixTimeSeconds(expires)
        );
    }

    private long ExpiresAt()
    {
        var expires = (time.GetUtcNow() + options.Value.AddressLifetime).ToUnixTimeSeconds();
        return options.Value.AddressLifetime < Long ? expires : (expires + SameFor - 1) / SameFor * SameFor;
    }
}
