using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing;

/// <summary>One sentence per fault, before anything starts.</summary>
internal sealed class PublishingOptionsValidator : IValidateOptions<PublishingOptions>
{
    private const long TikToksLimit = 4_294_967_296;
    private const int MostImportRows = 20_000; // one transaction: everybody else who saves waits for it
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, PublishingOptions options)
    {
        var faults = Find(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Find(PublishingOptions options)
    {
        if (options.LatestStart < TimeSpan.Zero)
        {
            yield return $"Publishing:LatestStart must not be negative; it is {options.LatestStart}.";
        }

        if (options.MaxVideoBytes is < 1 or > TikToksLimit)
        {
            yield return $"Publishing:MaxVideoBytes must be 1 to {TikToksLimit}; it is {options.MaxVideoBytes}.";
        }

        if (options.MaxPendingDrafts < 0)
        {
            yield return $"Publishing:MaxPendingDrafts must be 0 or more; it is {options.MaxPendingDrafts}.";
        }

        if (options.MaxDirectPostsPerDay < 0)
        {
            yield return $"Publishing:MaxDirectPostsPerDay must be 0 or more; it is {options.MaxDirectPostsPerDay}.";
        }

        if (options.MaxUploads is < 1 or > 64)
        {
            yield return $"Publishing:MaxUploads must be 1 to 64; it is {options.MaxUploads}.";
        }

        if (options.MaxPreparations is < 1 or > 64)
        {
            yield return $"Publishing:MaxPreparations must be 1 to 64; it is {options.MaxPreparations}.";
        }

        if (options.KeepStaged < TimeSpan.Zero || options.KeepStaged > Day)
        {
            yield return $"Publishing:KeepStaged must be 0 to 24 hours; it is {options.KeepStaged}.";
        }

        if (options.FfmpegPath is "")
        {
            yield return "Publishing:FfmpegPath must name ffmpeg, or be left out.";
        }

        if (options.MaxImportRows is < 1 or > MostImportRows)
        {
            yield return $"Publishing:MaxImportRows must be 1 to {MostImportRows}; it is {options.MaxImportRows}.";
        }

        if (options.RepairTimeLimit < Second || options.RepairTimeLimit > Day)
        {
            yield return $"Publishing:RepairTimeLimit must be 1 second to 24 hours; it is {options.RepairTimeLimit}.";
        }
    }
}
