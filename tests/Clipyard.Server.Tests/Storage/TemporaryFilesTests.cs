using Clipyard.Server.Storage;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tests.Storage;

public sealed class TemporaryFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-temporary-").FullName;
    private readonly ManualClock _clock = new();
    private readonly DiskMediaStore _store;
    private readonly TemporaryFiles _files;

    public TemporaryFilesTests()
    {
        var paths = new ServerPaths(_folder);
        _store = new DiskMediaStore(paths, Options.Create(new StorageOptions()), new DiskSpace());
        _files = new TemporaryFiles(paths, _store, _clock);
        Directory.CreateDirectory(_store.Incoming);
        Directory.CreateDirectory(paths.Temporary);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_older_than_a_day_go_and_younger_ones_stay()
    {
        var old = Leave(_store.Incoming, TimeSpan.FromHours(25));
        var young = Leave(_store.Incoming, TimeSpan.FromHours(23));
        var oldElsewhere = Leave(Path.Combine(_folder, "tmp"), TimeSpan.FromDays(3));

        _files.Sweep().ShouldBe(2);

        File.Exists(old).ShouldBeFalse();
        File.Exists(oldElsewhere).ShouldBeFalse();
        File.Exists(young).ShouldBeTrue();
    }

    [Fact]
    public void The_number_and_the_oldest_age_can_be_measured()
    {
        _files.Count().ShouldBe(0);
        _files.OldestAge().ShouldBe(TimeSpan.Zero);

        Leave(_store.Incoming, TimeSpan.FromHours(2));
        Leave(_store.Incoming, TimeSpan.FromHours(5));

        _files.Count().ShouldBe(2);
        _files.OldestAge().ShouldBe(TimeSpan.FromHours(5));
    }

    private string Leave(string folder, TimeSpan age)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.tmp");
        File.WriteAllText(path, "left behind");
        File.SetLastWriteTimeUtc(path, (_clock.GetUtcNow() - age).UtcDateTime);
        return path;
    }
}
