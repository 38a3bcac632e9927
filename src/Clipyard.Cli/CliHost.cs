using System.Collections;
using System.Text;

namespace Clipyard.Cli;

/// <summary>What surrounds the program: streams, environment, clock. Tests bring their own.</summary>
internal sealed record CliHost
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Results go here and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings and failures.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Whether a person watches <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Environment variables that begin with <c>CLIPYARD_</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The configuration file that is read unless another one is named; null for none.</summary>
    public string? DefaultConfigFile { get; init; }

    /// <summary>Called by a command whose usual end is being interrupted: it ends with its own exit code then.</summary>
    public Action EndInOrder { get; init; } = () => { };

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static CliHost ForThisProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Utf8;
        }

        return new CliHost
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true },
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Environment = OurVariables(),
            DefaultConfigFile = Options.ConfigFile.DefaultPath(),
        };
    }

    private static Dictionary<string, string> OurVariables()
    {
        var ours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            if (
                variable is { Key: string name, Value: string value }
                && name.StartsWith("CLIPYARD_", StringComparison.Ordinal)
            )
            {
                ours[name] = value;
            }
        }

        return ours;
    }
}
