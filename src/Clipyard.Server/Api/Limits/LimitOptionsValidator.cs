using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api.Limits;

internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(LimitOptions options)
    {
        if (options.RequestsPerMinute is < 0 or > 1_000_000)
        {
            yield return "Limits:RequestsPerMinute must be from 0 (no limit) to 1,000,000.";
        }

        if (options.BodyBytes is < 1_024 or > 1L << 30)
        {
            yield return "Limits:BodyBytes must be from 1,024 to 1,073,741,824.";
        }

        if (options.HeaderTimeout < TimeSpan.FromSeconds(1) || options.HeaderTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Limits:HeaderTimeout must be from 00:00:01 to 00:10:00.";
        }
    }
}
