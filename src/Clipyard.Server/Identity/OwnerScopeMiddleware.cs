using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>Says for whom the request works, once the caller is known.</summary>
/// <remarks>
/// Not on open routes: they carry their own proof (a password, a signed address), which may be of somebody else than the
/// one whose cookie the browser happens to send.
/// </remarks>
internal sealed class OwnerScopeMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, IOwnerScope scope)
    {
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (!isOpen && CallerIdentity.OwnerOf(context.User) is { } owner)
        {
            scope.Enter(owner);
        }

        return next(context);
    }
}
