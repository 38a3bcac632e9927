using System.Collections.Frozen;
using System.CommandLine;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary>One command, described without making its options.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Groups">Makes its options in the order of the help.</param>
/// <param name="Examples">Command lines with what they do, for the end of the help.</param>
internal sealed record CommandSpec(
    string Name,
    string Summary,
    Func<IReadOnlyList<OptionGroup>> Groups,
    IReadOnlyList<(string Line, string Meaning)> Examples
)
{
    /// <summary>Its arguments and what it does.</summary>
    public Action<CliHost, Command> Complete { get; init; } = (_, _) => { };

    /// <summary>What it is made of, when it is a group: then it does nothing itself.</summary>
    public IReadOnlyList<CommandSpec> Subcommands { get; init; } = [];

    /// <summary>What options take and mean here, by name, where other commands take and mean something else.</summary>
    public IReadOnlyDictionary<string, (string Value, string Meaning)> Meanings { get; init; } =
        FrozenDictionary<string, (string, string)>.Empty;

    /// <summary>Lines of its help before the examples, as they are.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether its help lists the fields of output templates.</summary>
    public bool NamesFiles { get; init; }

    /// <summary>Itself and its subcommands.</summary>
    public IEnumerable<CommandSpec> WithSubcommands => [this, .. Subcommands];

    /// <summary>The subcommand of that name; null when there is none.</summary>
    public CommandSpec? Find(string name) =>
        Subcommands.FirstOrDefault(spec => string.Equals(spec.Name, name, StringComparison.Ordinal));

    /// <summary>Makes the whole command; of its subcommands the options of the chosen one, or of all.</summary>
    /// <param name="host">What surrounds it.</param>
    /// <param name="isChosen">Which subcommands get their options.</param>
    public Command Build(CliHost host, Func<CommandSpec, bool> isChosen)
    {
        var command = new Command(Name, Summary);
        foreach (var option in Groups().SelectMany(group => group.Options))
        {
            command.Add(option);
        }

        foreach (var spec in Subcommands)
        {
            command.Add(isChosen(spec) ? spec.Build(host, isChosen) : new Command(spec.Name, spec.Summary));
        }

        Complete(host, command);
        return command;
    }
}
