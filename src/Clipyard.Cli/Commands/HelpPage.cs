using System.CommandLine;
using System.CommandLine.Invocation;
using Clipyard.Cli.Options;
using Clipyard.Cli.Templates;

namespace Clipyard.Cli.Commands;

/// <summary>The help of a command: its options in groups, then examples; for those who come from yt-dlp.</summary>
/// <param name="chosen">The command, and its subcommand if there is one; empty for the program itself.</param>
internal sealed class HelpPage(IReadOnlyList<CommandSpec> chosen) : SynchronousCommandLineAction
{
    private const int FallbackWidth = 100;
    private const int FirstColumnWidth = 30;
    private const string Footer = "Exit codes and failures: docs/failures.md";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is RootCommand || chosen.FirstOrDefault(spec => spec.Name == command.Name) is not { } spec)
        {
            WriteRoot(command, output);
            return ExitCodes.Success;
        }

        Write(spec, command, output);
        return ExitCodes.Success;
    }

    /// <summary>The help of the program itself.</summary>
    public static void WriteRoot(Command root, TextWriter output)
    {
        var width = Width();
        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("Usage: clipyard COMMAND [options]");
        output.WriteLine();
        output.WriteLine("Commands:");
        foreach (var command in root.Subcommands)
        {
            WriteRow(output, command.Name, command.Description ?? "", width);
        }

        output.WriteLine();
        output.WriteLine("Options:");
        WriteRow(output, "-h, --help", "Show this; each command explains itself: clipyard get --help", width);
        WriteRow(output, "--version", "Show the version", width);
        output.WriteLine();
        output.WriteLine(Footer);
    }

    private static void Write(CommandSpec spec, Command command, TextWriter output)
    {
        var width = Width();
        output.WriteLine(spec.Summary);
        output.WriteLine();
        output.WriteLine($"Usage: {FullName(command)} {Usage(command)}[options]");
        foreach (var argument in command.Arguments)
        {
            output.WriteLine();
            WriteRow(output, $"{argument.HelpName}", argument.Description ?? "", width);
        }

        if (command.Subcommands.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Commands:");
            foreach (var subcommand in command.Subcommands)
            {
                WriteRow(output, subcommand.Name, subcommand.Description ?? "", width);
            }
        }

        foreach (var group in spec.Groups())
        {
            output.WriteLine();
            output.WriteLine($"{group.Title}:");
            foreach (var option in group.Options)
            {
                var (value, meaning) = spec.Meanings.TryGetValue(option.Name, out var here)
                    ? here
                    : (option.HelpName ?? "", option.Description ?? "");
                WriteRow(output, Names(option, value), Meaning(option, meaning), width);
            }
        }

        if (spec.NamesFiles)
        {
            WriteFields(output, width);
        }

        WriteExamples(spec, output);
    }

    private static void WriteFields(TextWriter output, int width)
    {
        output.WriteLine();
        output.WriteLine("Fields of --output, as in %(id)s, %(title).80s, %(autonumber)05d, %(uploader|nobody)s,");
        output.WriteLine("%(upload_date>%Y-%m)s; a percent sign is %%:");
        foreach (var field in TemplateFields.All)
        {
            WriteRow(output, field.Name, field.Meaning, width);
        }
    }

    private static void WriteExamples(CommandSpec spec, TextWriter output)
    {
        if (spec.Notes.Count > 0)
        {
            output.WriteLine();
        }

        foreach (var note in spec.Notes)
        {
            output.WriteLine(note);
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var (line, meaning) in spec.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
        output.WriteLine(
            "Every option may also stand in the configuration file or in a variable: --max is CLIPYARD_MAX."
        );
        output.WriteLine(Footer);
    }

    /// <summary>A command with those above it: <c>clipyard student link</c>.</summary>
    public static string FullName(Command command) =>
        command is RootCommand
            ? "clipyard"
            : $"{string.Concat(command.Parents.OfType<Command>().Select(parent => $"{FullName(parent)} "))}{command.Name}";

    private static string Usage(Command command) =>
        command.Subcommands.Count > 0
            ? "COMMAND "
            : string.Concat(command.Arguments.Select(argument => $"{argument.HelpName} "));

    /// <summary>The short name first, then the long one, then the value.</summary>
    private static string Names(Option option, string value)
    {
        var shortName = option.Aliases.FirstOrDefault(IsShort);
        return $"{(shortName is null ? "" : shortName + ", ")}{option.Name} {value}".TrimEnd();
    }

    /// <summary>Other names, mostly yt-dlp's, stand behind what it does.</summary>
    private static string Meaning(Option option, string meaning)
    {
        var others = string.Join(", ", option.Aliases.Where(alias => !IsShort(alias)));
        return others.Length == 0 ? meaning : $"{meaning} (also {others})";
    }

    private static bool IsShort(string alias) => !alias.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Two columns; a first one that is too long gets a line of its own.</summary>
    private static void WriteRow(TextWriter output, string first, string second, int width)
    {
        var head = $"  {first}";
        var lines = Wrap(second, Math.Max(width - FirstColumnWidth, 30));
        if (head.Length > FirstColumnWidth - 2)
        {
            output.WriteLine(head);
            head = "";
        }

        foreach (var line in lines)
        {
            output.WriteLine($"{head.PadRight(FirstColumnWidth)}{line}");
            head = "";
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        return lines;
    }

    private static int Width()
    {
        try
        {
            return Console.IsOutputRedirected ? FallbackWidth : Math.Clamp(Console.WindowWidth, 60, 120);
        }
        catch (IOException)
        {
            return FallbackWidth;
        }
    }
}
