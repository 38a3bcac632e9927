using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive;

/// <summary>One sentence for each setting of the archive that makes no sense.</summary>
internal sealed class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, ArchiveOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ArchiveOptions options)
    {
        if (options.Pause < TimeSpan.Zero || options.Pause > LongestPause)
        {
            yield return $"Archive:Pause must be 0 to 1 h; it is {options.Pause}.";
        }

        if (!Enum.IsDefined(options.Quality))
        {
            yield return $"Archive:Quality must be one of {QualityText.All}.";
        }

        if (options.StepDuration <= TimeSpan.Zero || options.StepDuration > LongestPause)
        {
            yield return $"Archive:StepDuration must be positive and at most 1 h; it is {options.StepDuration}.";
        }

        if (options.StepBytes <= 0)
        {
            yield return $"Archive:StepBytes must be positive; it is {options.StepBytes}.";
        }
    }
}
