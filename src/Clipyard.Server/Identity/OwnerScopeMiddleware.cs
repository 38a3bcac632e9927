using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>Says for whom the request works, once the caller is known.</summary>
internal sealed class OwnerScopeMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, IOwnerScope scope)
    {
        if (CallerIdentity.OwnerOf(context.User) is { } owner)
        {
            scope.Enter(owner);
        }

        return next(context);
    }
}
