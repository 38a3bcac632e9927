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

    /// <summary>Repeatable options take one value a line. An empty variable is as good as none.</summary>
    private static string[] Split(Option option, string value)
    {
        if (option.ValueType.IsGenericType)
        {
            return value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        return value.Length == 0 ? [] : [option.ValueType == typeof(bool) ? Switch(value) : value];
    }

    private static string Switch(string value) =>
        value.ToLowerInvariant() switch
        {
            "1" or "yes" or "on" => "true",
            "0" or "no" or "off" => "false",
            _ => value,
        };
}
