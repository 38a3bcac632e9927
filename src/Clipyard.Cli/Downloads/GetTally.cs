using Clipyard.Cli.Progress;
using Clipyard.Downloads;

namespace Clipyard.Cli.Downloads;

/// <summary>Counts what a run did. Thread-safe.</summary>
internal sealed class GetTally
{
    private int _downloaded;
    private int _alreadyThere;
    private int _skipped;
    private long _bytes;

    public void Add(DownloadResult result)
    {
        var isNew = result.Files.Any(file => !file.AlreadyThere);
        Interlocked.Increment(ref isNew ? ref _downloaded : ref _alreadyThere);
        Interlocked.Add(ref _bytes, result.Files.Where(file => !file.AlreadyThere).Sum(file => file.SizeBytes));
    }

    public void AddSkipped() => Interlocked.Increment(ref _skipped);

    /// <summary>In one line: <c>3 posts downloaded (12.3 MiB), 1 there already, 1 failed</c>.</summary>
    public string Summary(int failed)
    {
        List<string> parts =
        [
            $"{_downloaded} {(_downloaded == 1 ? "post" : "posts")} downloaded ({TransferText.Size(_bytes)})",
        ];
        Append(_alreadyThere, "there already");
        Append(_skipped, "skipped");
        Append(failed, "failed");
        return string.Join(", ", parts);

        void Append(int count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{count} {what}");
            }
        }
    }
}
