using BenchmarkDotNet.Attributes;
using Clipyard.Links;

namespace Clipyard.Benchmarks;

/// <summary>Reading an address, against making a <see cref="Uri"/> of the same text.</summary>
[MemoryDiagnoser]
public class LinkBenchmarks
{
    [Params(
        "https://www.tiktok.com/@sunny.garden/video/7676039855859302657",
        "https://www.tiktok.com/@sunny.garden/video/7676039855859302657?is_from_webapp=1&sender_device=pc",
        "https://www.tiktok.com/@sunny.garden/photo/7676039855859302657",
        "https://m.tiktok.com/v/7676039855859302657.html",
        "https://www.tiktok.com/embed/v2/7676039855859302657",
        "https://vm.tiktok.com/ZMabc1234/",
        "https://www.tiktok.com/t/ZTabc1234/",
        "https://www.tiktok.com/@sunny.garden",
        "https://www.tiktok.com/tag/garden",
        "https://video.example.org/watch?v=1"
    )]
    public string Text { get; set; } = "";

    [Benchmark(Baseline = true)]
    public Uri SystemUri() => new(Text);

    [Benchmark]
    public TikTokLink? Link() => TikTokLink.TryParse(Text, out var link) ? link : null;
}
