using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Reads options that do not stand on the command line.</summary>
internal static class LayerParser
{
    /// <summary>No <c>@FILE</c>: at the beginning of a word it is a creator's name here.</summary>
    public static ParserConfiguration Configuration { get; } = new() { ResponseFileTokenReplacer = null };

    /// <summary>Reads tokens as options of a command, without its arguments.</summary>
    /// <exception cref="UsageException">They are no options of it, or a value does not fit.</exception>
    public static ParseResult Parse(Command command, IReadOnlyList<string> tokens, string source)
    {
        var bare = new Command(command.Name);
        foreach (var option in command.Options)
        {
            bare.Add(option);
        }

        var result = bare.Parse(tokens, Configuration);
        return result.Errors is [var error, ..] ? throw new UsageException($"In {source}: {error.Message}") : result;
    }
}
