using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>Counts the requests that TikTok makes for files.</summary>
internal sealed class PullCounter(BoundaryCounter counter) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        application =>
        {
            application.Use(CountAsync);
            next(application);
        };

    private async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/pull"))
        {
            await next(context);
            return;
        }

        var number = counter.Begin(BoundaryKind.Pull, context.Request.Method);
        await next(context);
        counter.End(BoundaryKind.Pull, number);
    }
}
