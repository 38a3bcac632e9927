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
    public required Action<CliHost, Command> Complete { get; init; }

    /// <summary>Whether its help lists the fields of output templates.</summary>
    public bool NamesFiles { get; init; }

    /// <summary>Makes the whole command.</summary>
    public Command Build(CliHost host)
    {
        var command = new Command(Name, Summary);
        foreach (var option in Groups().SelectMany(group => group.Options))
        {
            command.Add(option);
        }

        Complete(host, command);
        return command;
    }
}
