using System.CommandLine;
using System.CommandLine.Parsing;

namespace Clipyard.Cli.Options;

/// <summary>Makes options that behave as people expect: given twice, the later one counts.</summary>
internal static class CliOption
{
    // Each occurrence takes one value; the number of occurrences is not limited.
    private static readonly ArgumentArity AtLeastOne = new(1, 100_000);

    /// <summary>A switch. <c>--name=false</c> turns off what the configuration file turned on.</summary>
    public static Option<bool> Switch(string description, string name, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            Arity = new ArgumentArity(0, 1),
            HelpName = "",
        };

    /// <summary>An option with one value.</summary>
    public static Option<T> Value<T>(
        Func<string, T> parse,
        string helpName,
        string description,
        string name,
        params string[] aliases
    ) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            Arity = AtLeastOne,
            CustomParser = result => Read(result, parse),
        };

    /// <summary>An option that says something even without its value.</summary>
    public static Option<T> OptionalValue<T>(Func<string, T> parse, string helpName, string description, string name)
        where T : class =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = new ArgumentArity(0, 1),
            CustomParser = result => result.Tokens.Count == 0 ? null : Read(result, parse),
        };

    /// <summary>An option whose values add up when it is repeated.</summary>
    public static Option<IReadOnlyList<T>> Values<T>(
        Func<string, T> parse,
        string helpName,
        string description,
        string name,
        params string[] aliases
    ) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            Arity = AtLeastOne,
            CustomParser = result => ReadAll(result, parse),
        };

    /// <summary>A misspelt option must not pass for an argument; a lone dash is standard input.</summary>
    public static void RefuseUnknownOptions(ArgumentResult result)
    {
        var unknown = result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value.Length > 1);
        if (unknown is not null)
        {
            result.AddError($"There is no option '{unknown.Value}' here.");
        }
    }

    private static T? Read<T>(ArgumentResult result, Func<string, T> parse)
    {
        var text = result.Tokens[^1].Value;
        try
        {
            return parse(text);
        }
        catch (FormatException error)
        {
            AddError(result, text, error);
            return default;
        }
    }

    private static List<T>? ReadAll<T>(ArgumentResult result, Func<string, T> parse)
    {
        var values = new List<T>(result.Tokens.Count);
        foreach (var token in result.Tokens)
        {
            try
            {
                values.Add(parse(token.Value));
            }
            catch (FormatException error)
            {
                AddError(result, token.Value, error);
                return null;
            }
        }

        return values;
    }

    private static void AddError(ArgumentResult result, string text, FormatException error)
    {
        var option = (result.Parent as OptionResult)?.Option.Name;
        result.AddError($"{option} '{text}' does not fit. {error.Message}");
    }
}
