using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>Takes a file and the post of it on, both or neither.</summary>
internal sealed class UploadedPosts(UploadReader reader, PostAcceptance acceptance, RefusedFiles files)
{
    /// <summary>The post: a new one, or the one that an earlier request with this key made.</summary>
    /// <exception cref="ClipyardException">Whatever is wrong; nothing was made then.</exception>
    public async Task<Guid> AcceptAsync(
        HttpRequest request,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        // Before the body: of two requests with one key only the first may send gigabytes.
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        var form = await reader.ReadAsync(request, cancellationToken);
        try
        {
            return await acceptance.AcceptAsync(
                form.Fields.ToWish(form.UploadId).With(caller.Defaults),
                caller,
                idempotency,
                cancellationToken
            );
        }
        catch
        {
            await files.ForgetAsync(form.UploadId);
            throw;
        }
    }
}
