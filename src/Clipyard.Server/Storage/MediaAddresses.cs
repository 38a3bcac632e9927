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
    public MediaAddress For(string key)
    {
        ObjectKey.Check(key);
        var url = address.Absolute($"media/{ObjectKey.Escape(key)}");
        if (options.Value.Public)
        {
            return new MediaAddress(url, ExpiresAt: null);
        }

        var expires = (time.GetUtcNow() + options.Value.AddressLifetime).ToUnixTimeSeconds();
        return new MediaAddress(
            $"{url}?expires={expires}&signature={signature.Sign(key, expires)}",
            DateTimeOffset.FromUnixTimeSeconds(expires)
        );
    }
}
