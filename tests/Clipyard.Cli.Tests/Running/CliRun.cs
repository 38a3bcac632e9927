using System.Text;

namespace Clipyard.Cli.Tests.Running;

/// <summary>Runs the program inside the test process, with captured streams and nothing from the machine's settings.</summary>
internal sealed record CliRun
{
    /// <summary>Variables beginning with <c>CLIPYARD_</c>. Tests are not slowed down unless they ask for it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["CLIPYARD_RATE"] = "0" };

    public string? ConfigFile { get; init; }

    public string Input { get; init; } = "";

    public CancellationToken CancellationToken { get; init; } = TestContext.Current.CancellationToken;

    public static Task<CliResult> RunAsync(params string[] args) => new CliRun().StartAsync(args);

    public async Task<CliResult> StartAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CliHost
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Environment = Environment,
            DefaultConfigFile = ConfigFile,
        };
        var code = await ClipyardProgram.RunAsync(args, host, CancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
