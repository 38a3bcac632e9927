using System.Diagnostics.Metrics;

namespace Clipyard.Server.Storage;

/// <summary>What can be measured of the store at any moment.</summary>
internal sealed class StorageMetrics
{
    public const string MeterName = "Clipyard.Server.Storage";

    public StorageMetrics(IMeterFactory meters, TemporaryFiles files, IDiskSpace disk, ServerPaths paths)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "clipyard.storage.temporary_files",
            () => files.Count(),
            "{file}",
            "Unfinished files, being written now or left behind."
        );
        meter.CreateObservableGauge(
            "clipyard.storage.temporary_files.oldest_age",
            () => files.OldestAge().TotalSeconds,
            "s",
            "Age of the oldest unfinished file; above a day the sweeper does not work."
        );
        meter.CreateObservableGauge(
            "clipyard.storage.free",
            () => disk.FreeBytes(paths.Media),
            "By",
            "Bytes that are free where media are kept."
        );
    }
}
