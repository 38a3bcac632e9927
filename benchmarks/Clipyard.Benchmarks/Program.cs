using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Clipyard.Benchmarks;
using Clipyard.Benchmarks.Server;

// In this process: nothing is generated and built beside the repository. No other build may disturb a ratio, either.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));

switch (args)
{
    case ["links"]:
        BenchmarkRunner.Run<LinkBenchmarks>(config);
        return 0;
    case ["pages"]:
        BenchmarkRunner.Run<PageBenchmarks>(config);
        return 0;
    case ["lookup"]:
        await LookupBenchmark.RunAsync();
        return 0;
    case ["info", var program]:
        await InfoBenchmark.RunAsync(program);
        return 0;
    case ["download", var program]:
        await DownloadBenchmark.RunAsync(program);
        return 0;
    case ["ready", var program]:
        await ReadyBenchmark.RunAsync(program);
        return 0;
    case ["lookups", var program]:
        await LookupsBenchmark.RunAsync(program);
        return 0;
    case ["list", var program]:
        await ListBenchmark.RunAsync(program);
        return 0;
    case ["clips", var program]:
        await ClipsBenchmark.RunAsync(program);
        return 0;
    case ["media", var program]:
        await MediaBenchmark.RunAsync(program);
        return 0;
    case ["archive", var program]:
        await ArchiveBenchmark.RunAsync(program);
        return 0;
    case ["import", var program]:
        await ImportBenchmark.RunAsync(program);
        return 0;
    case ["accept", var program]:
        await AcceptBenchmark.RunAsync(program);
        return 0;
    case ["open", var program]:
        await PagesOpenBenchmark.RunAsync(program);
        return 0;
    case ["due"]:
        await DueBenchmark.RunAsync();
        return 0;
    case ["upload"]:
        await UploadBenchmark.RunAsync();
        return 0;
    case ["upload-once", var address, var token, var video]:
        await UploadBenchmark.UploadOnceAsync(new Uri(address), token, video);
        return 0;
    default:
        Console.Error.WriteLine(
            "Usage: benchmarks/run [links|pages|lookup|info|download|upload|ready|lookups|list|clips|media|archive|import|accept|open|due]"
        );
        return 2;
}
