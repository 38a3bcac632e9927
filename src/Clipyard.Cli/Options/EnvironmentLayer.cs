using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options from variables: <c>--limit-rate</c> is <c>CLIPYARD_LIMIT_RATE</c>.</summary>
internal static class EnvironmentLayer
{
    /// <summary>The variable of an option.</summary>
    public static string VariableOf(Option option) =>
        "CLIPYARD_" + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>Reads the variables of a command's options; null when none is set.</summary>
    /// <exception cref="UsageException">A value does not fit.</exception>
    public static ParseResult? Read(Command command, IReadOnlyDictionary<string, string> variables)
    {
        List<string> tokens = [];
        foreach (var option in command.Options)
        {
            var value = variables.GetValueOrDefault(VariableOf(option), "");
            foreach (var part in Split(option, value))
            {
                tokens.Add($"{option.Name}={part}");
            }
        }

        return tokens.Count == 0 ? null : LayerParser.Parse(command, tokens, "the environment (CLIPYARD_...)");
    }

    /// <summary>Repeatable options take one value a line.</summary>
    private static string[] Split(Option option, string value) =>
        option.ValueType.IsGenericType
            ? value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : value.Length > 0 ? [value]
        : [];
}
