using System.CommandLine;
using System.CommandLine.Parsing;

namespace Clipyard.Cli.Options;

/// <summary>What was chosen: on the command line, else by the environment, else in the configuration file.</summary>
internal sealed class Settings
{
    private readonly IReadOnlyList<ParseResult> _layers;

    private Settings(IReadOnlyList<ParseResult> layers) => _layers = layers;

    /// <summary>Puts the layers on top of each other.</summary>
    /// <exception cref="UsageException">The environment or the configuration file is wrong.</exception>
    public static Settings Read(ParseResult commandLine, CliHost host)
    {
        List<ParseResult> layers = [commandLine];
        var command = commandLine.CommandResult.Command;
        if (host.Environment.Count > 0 && EnvironmentLayer.Read(command, host.Environment) is { } environment)
        {
            layers.Add(environment);
        }

        var soFar = new Settings(layers);
        if (!soFar.Has(GeneralOptions.NoConfig) && ConfigFile.Read(soFar.ConfigPath(host), command) is { } config)
        {
            layers.Add(config);
        }

        return new Settings(layers);
    }

    /// <summary>Whether a switch is on.</summary>
    public bool Has(Option<bool> option) => Find(option) is { } found && found.GetValueOrDefault<bool>();

    /// <summary>Whether somebody gave the option, with a value or without.</summary>
    public bool IsGiven(Option option) => Find(option) is not null;

    /// <summary>An option's value; null when nobody gave one.</summary>
    public T? Value<T>(Option<T> option)
        where T : struct => Find(option) is { } found ? found.GetValueOrDefault<T>() : null;

    /// <summary>An option's text; null when nobody gave one.</summary>
    public string? Text(Option<string> option) => Find(option)?.GetValueOrDefault<string>();

    /// <summary>An option's address; null when nobody gave one.</summary>
    public Uri? Address(Option<Uri> option) => Find(option)?.GetValueOrDefault<Uri>();

    /// <summary>An option's values, all from the layer that counts; empty when nobody gave one.</summary>
    public IReadOnlyList<T> Values<T>(Option<IReadOnlyList<T>> option) =>
        Find(option)?.GetValueOrDefault<IReadOnlyList<T>>() ?? [];

    private OptionResult? Find(Option option) =>
        _layers.Select(layer => layer.GetResult(option)).FirstOrDefault(result => result is { Implicit: false });

    private string? ConfigPath(CliHost host)
    {
        var named = Text(GeneralOptions.ConfigLocation);
        if (named is not null && !File.Exists(named))
        {
            throw new UsageException($"There is no configuration file '{named}'.");
        }

        return named ?? host.DefaultConfigFile;
    }
}
