using System.Text.Json;

namespace Clipyard.Cli.Tests.Running;

/// <summary>How a run of the program ended.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<JsonElement> Json => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Fails, showing what was said, unless it ended so.</summary>
    public CliResult ShouldEndWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, $"stdout:\n{Out}\nstderr:\n{Error}");
        return this;
    }
}
