using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <summary>Stops the start with one sentence per fault.</summary>
internal sealed class NetworkOptionsValidator : IValidateOptions<NetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, NetworkOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(NetworkOptions options)
    {
        foreach (var origin in options.TrustedOrigins.Where(text => TrustedOrigins.TryRead(text) is null))
        {
            yield return $"Network:TrustedOrigins: '{origin}' must be scheme, host and port, such as http://n8n:5678; no path, no wildcard.";
        }

        (string Name, TimeSpan Value, TimeSpan Most)[] times =
        [
            (nameof(options.ConnectTimeout), options.ConnectTimeout, TimeSpan.FromMinutes(2)),
            (nameof(options.HeaderTimeout), options.HeaderTimeout, TimeSpan.FromMinutes(10)),
            (nameof(options.IdleTimeout), options.IdleTimeout, TimeSpan.FromMinutes(10)),
            (nameof(options.TotalTimeout), options.TotalTimeout, TimeSpan.FromDays(1)),
        ];
        foreach (var time in times.Where(time => time.Value <= TimeSpan.Zero || time.Value > time.Most))
        {
            yield return $"Network:{time.Name} must be more than 0 and at most {time.Most:c}.";
        }

        if (options.MaxBytes is < 1 or > 1L << 40)
        {
            yield return "Network:MaxBytes must be from 1 to 1,099,511,627,776.";
        }
    }
}
