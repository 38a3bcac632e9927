using Microsoft.Extensions.Options;

namespace Clipyard.Server.Storage;

/// <summary>Stops the start with one sentence per fault.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        List<string> faults = [];
        if (!IsBucketName(options.Bucket))
        {
            faults.Add(
                "Storage:Bucket must be 3 to 63 of a-z, 0-9, '.', '-' and '_', beginning and ending with a letter or digit."
            );
        }

        if (options.KeepFreeBytes < 0)
        {
            faults.Add("Storage:KeepFreeBytes must not be negative.");
        }

        if (options.AddressLifetime < ShortestLifetime || options.AddressLifetime > LongestLifetime)
        {
            faults.Add("Storage:AddressLifetime must be between 00:01:00 (a minute) and 365.00:00:00 (a year).");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsBucketName(string? bucket) =>
        bucket is { Length: >= 3 and <= 63 }
        && bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_')
        && char.IsAsciiLetterOrDigit(bucket[0])
        && char.IsAsciiLetterOrDigit(bucket[^1]);
}
