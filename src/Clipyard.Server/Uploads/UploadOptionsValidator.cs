using Microsoft.Extensions.Options;

namespace Clipyard.Server.Uploads;

/// <summary>Stops the start with one sentence per fault.</summary>
internal sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(UploadOptions options)
    {
        if (options.MaxPerOwner is < 1 or > 10_000)
        {
            yield return "Uploads:MaxPerOwner must be from 1 to 10,000.";
        }

        if (options.MaxBytesPerOwner is < 1 or > 1L << 40)
        {
            yield return "Uploads:MaxBytesPerOwner must be from 1 to 1,099,511,627,776.";
        }

        if (options.MaxAtOncePerOwner is < 1 or > 100)
        {
            yield return "Uploads:MaxAtOncePerOwner must be from 1 to 100.";
        }

        if (options.KeepFor < TimeSpan.FromMinutes(1) || options.KeepFor > TimeSpan.FromDays(1))
        {
            yield return "Uploads:KeepFor must be from 00:01:00 to 1.00:00:00 (a day).";
        }
    }
}
