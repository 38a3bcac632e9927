using BenchmarkDotNet.Attributes;
using Clipyard.Pages;
using Clipyard.Testing;

namespace Clipyard.Benchmarks;

/// <summary>A whole watch page to what it holds, against <see cref="System.Text.Json.JsonDocument"/> of its data script.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private const string Made = "made by the sandbox";
    private byte[] _page = [];
    private ReadOnlyMemory<byte> _json;

    /// <summary>The captured watch pages where they are at hand, and always one of the sandbox's.</summary>
    public static IEnumerable<string> Pages =>
        CapturedPages
            .Names.Where(name =>
                name.StartsWith("video-", StringComparison.Ordinal) && name.EndsWith(".html", StringComparison.Ordinal)
            )
            .Append(Made);

    [ParamsSource(nameof(Pages))]
    public string Page { get; set; } = Made;

    [GlobalSetup]
    public void SetUp()
    {
        // In-process runs do not wait for an asynchronous set-up.
        _page = Page == Made ? SandboxPage.ReadAsync().GetAwaiter().GetResult() : CapturedPages.Read(Page);
        _json = SandboxPage.DataOf(_page);
    }

    [Benchmark(Baseline = true)]
    public void JsonDocument() => System.Text.Json.JsonDocument.Parse(_json).Dispose();

    [Benchmark]
    public PageContent Content() => TikTokPage.Read(_page);
}
