using System.CommandLine;
using System.Text;
using Clipyard.Cli.Commands;

namespace Clipyard.Cli.Options;

/// <summary>A file of options, one a line as on the command line; <c>#</c> begins a comment.</summary>
internal static class ConfigFile
{
    /// <summary>Where it is looked for: <c>$XDG_CONFIG_HOME/clipyard/config</c>, on Windows below <c>%APPDATA%</c>.</summary>
    public static string? DefaultPath()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
        return folder.Length == 0 ? null : Path.Combine(folder, "clipyard", "config");
    }

    /// <summary>Reads the options of a command; those of other commands are passed over.</summary>
    /// <returns>The options; null when there is no such file or nothing in it for this command.</returns>
    /// <exception cref="UsageException">A line is no option, or its value does not fit.</exception>
    public static ParseResult? Read(string? path, Command command)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        List<string> tokens = [];
        var number = 0;
        foreach (var line in ReadLines(path))
        {
            number++;
            tokens.AddRange(ReadLine(line, command, $"{path}, line {number}"));
        }

        return tokens.Count == 0 ? null : LayerParser.Parse(command, tokens, path);
    }

    private static List<string> ReadLine(string line, Command command, string source)
    {
        var words = Words(line, source);
        if (words.Count == 0)
        {
            return [];
        }

        var name = words[0].Split('=')[0];
        if (Knows(command, name))
        {
            LayerParser.Parse(command, words, source);
            return words;
        }

        return CommandTree.AllOptions.Any(option => IsNamed(option, name))
            ? []
            : throw new UsageException($"In {source}: there is no option '{name}'.");
    }

    private static bool Knows(Command command, string name) => command.Options.Any(option => IsNamed(option, name));

    private static bool IsNamed(Option option, string name) =>
        string.Equals(option.Name, name, StringComparison.Ordinal) || option.Aliases.Contains(name);

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The configuration file '{path}' cannot be read: {error.Message}");
        }
    }

    /// <summary>Splits a line at white space outside of quotes. A backslash is nothing special: paths hold it.</summary>
    private static List<string> Words(string line, string source)
    {
        List<string> words = [];
        StringBuilder? word = null;
        var quote = '\0';
        foreach (var c in line.TrimStart('\uFEFF'))
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                word = c is '"' or '\'' && quote == '\0' ? word : word?.Append(c);
            }
            else if (c == '#' && word is null)
            {
                break;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                word ??= new StringBuilder();
            }
            else if (!char.IsWhiteSpace(c))
            {
                word = (word ?? new StringBuilder()).Append(c);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        if (quote != '\0')
        {
            throw new UsageException($"In {source}: a quote {quote} is not closed.");
        }

        return word is null ? words : [.. words, word.ToString()];
    }
}
