using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Our own media addresses. They are never fetched: the owner's object is taken as it lies in the store.</summary>
internal sealed class OwnAddresses(ClipyardDb db, IMediaStore store, IPublicAddress address)
{
    /// <summary>The object that an address of ours names; null when the address is not ours.</summary>
    public string? KeyIn(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return null;
        }

        var media = new Uri(address.Absolute("media/"));
        return
            Uri.Compare(
                url,
                media,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0
            && url.AbsolutePath.StartsWith(media.AbsolutePath, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(url.AbsolutePath[media.AbsolutePath.Length..])
            : null;
    }

    /// <summary>The owner's object. A signature proves nothing here that the owner's row does not.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: the owner has none of this name.</exception>
    public async Task<SourceFile> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash =
            await db
                .ClipFiles.Where(file => file.Object == key)
                .Select(file => file.Sha256)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new ClipyardException(
                FailureCatalogue.NotFound,
                "The address is ours, but no file of yours has it."
            );

        return StoredObject.Of(store, $"The kept file {ObjectKey.NameOf(key)}", key, hash);
    }
}
