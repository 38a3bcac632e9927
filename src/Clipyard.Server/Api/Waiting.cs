using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Api;

/// <inheritdoc cref="IWaiting"/>
internal sealed class Waiting(IHttpContextAccessor context) : IWaiting
{
    public TimeSpan For(TimeSpan routeDefault)
    {
        var wishes = context.HttpContext?.Request.Headers["Prefer"].ToString() ?? "";
        foreach (var wish in wishes.Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            if (wish.Equals("respond-async", StringComparison.OrdinalIgnoreCase))
            {
                return TimeSpan.Zero;
            }

            if (
                wish.StartsWith("wait=", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(
                    wish.AsSpan("wait=".Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var seconds
                )
            )
            {
                return TimeSpan.FromSeconds(Math.Min(seconds, 3600));
            }
        }

        return routeDefault;
    }
}
