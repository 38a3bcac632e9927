using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary>The program's commands. Only the chosen one gets its options: making them takes time at every start.</summary>
internal static class CommandTree
{
    private static readonly CommandSpec[] Commands =
    [
        InfoCommand.Spec,
        GetCommand.Spec,
        UserCommand.Spec,
        ParseCommand.Spec,
        ServeCommand.Spec,
        StudentCommand.Spec,
        PostsCommand.Spec,
        VerifyCommand.Spec,
        ResumeCommand.Spec,
        McpCommand.Spec,
        ImportCommand.Spec,
        PeopleCommand.Spec,
        SandboxCommand.Spec,
        DoctorCommand.Spec,
    ];

    /// <summary>Every option of every command.</summary>
    public static IEnumerable<Option> AllOptions =>
        Commands
            .SelectMany(spec => spec.WithSubcommands)
            .SelectMany(spec => spec.Groups())
            .SelectMany(group => group.Options)
            .Distinct();

    /// <summary>Builds the tree for one command line.</summary>
    public static RootCommand Create(CliHost host, string[] args)
    {
        var root = new RootCommand(
            "Reads and downloads public TikTok posts: videos, photo posts, sound, creators' lists."
        );
        // A directive asks for completions: everything must be there.
        var all = args is [['[', ..], ..];
        var chosen = Choose(args);
        foreach (var spec in Commands)
        {
            root.Add(
                all || chosen.Contains(spec)
                    ? spec.Build(host, subcommand => all || chosen.Contains(subcommand))
                    : new Command(spec.Name, spec.Summary)
            );
        }

        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new HelpPage(chosen),
                VersionOption => new VersionLine(),
                _ => option.Action,
            };
        }

        return root;
    }

    /// <summary>The version that stands in the program file.</summary>
    public static string Version =>
        typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    /// <summary>The command that a command line names, and its subcommand if it names one.</summary>
    private static List<CommandSpec> Choose(string[] args)
    {
        List<CommandSpec> chosen = [];
        foreach (var arg in args)
        {
            if ((chosen.Count == 0 ? Find(arg) : chosen[^1].Find(arg)) is { } found)
            {
                chosen.Add(found);
            }
        }

        return chosen;
    }

    private static CommandSpec? Find(string name) =>
        Array.Find(Commands, spec => string.Equals(spec.Name, name, StringComparison.Ordinal));

    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Version);
            return ExitCodes.Success;
        }
    }
}
