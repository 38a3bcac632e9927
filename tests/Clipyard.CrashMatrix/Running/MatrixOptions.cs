using System.Globalization;
using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>What a run of the matrix consists of.</summary>
internal sealed record MatrixOptions
{
    public const string Help = """
        Kills a server at every boundary of a post's way out, and counts what TikTok's stand-in made of it.

          --random N            also N kills at random instants
          --sample N            only N boundaries, taken evenly out of all, and no scenarios
          --mode NAME           only this mode (more than once: these)
          --boundary K:N:S      only this boundary, such as commit:7:after
          --scenario NAME       only this scenario, or all of them, and no boundary
          --no-scenarios        boundaries and random kills only
          --parallel N          data folders at a time (default 3)
          --seed N              of what is random (default 1)
          --help                this
        """;

    public int Random { get; private init; }

    public int? Sample { get; private init; }

    public IReadOnlyList<Mode> Modes { get; private init; } = Mode.All;

    public Boundary? Boundary { get; private init; }

    public string? Scenario { get; private init; }

    public bool HasScenarios { get; private init; } = true;

    public int Parallel { get; private init; } = 3;

    public int Seed { get; private init; } = 1;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says why.</exception>
    public static MatrixOptions Parse(IReadOnlyList<string> args)
    {
        var options = new MatrixOptions();
        List<Mode> modes = [];
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case "--no-scenarios":
                    options = options with { HasScenarios = false };
                    continue;
                case "--mode":
                    modes.Add(ModeOf(value));
                    break;
                default:
                    options = options.With(args[i], value);
                    break;
            }

            i++;
        }

        return modes.Count == 0 ? options : options with { Modes = modes };
    }

    private MatrixOptions With(string name, string value) =>
        name switch
        {
            "--random" => this with { Random = NumberOf(name, value) },
            "--sample" => this with { Sample = NumberOf(name, value) },
            "--parallel" => this with { Parallel = NumberOf(name, value) },
            "--seed" => this with { Seed = NumberOf(name, value) },
            "--scenario" => this with { Scenario = value },
            "--boundary" => this with
            {
                Boundary = Boundaries.Boundary.TryParse(value, out var boundary)
                    ? boundary
                    : throw new FormatException($"--boundary takes commit:7:after and the like, not '{value}'."),
            },
            _ => throw new FormatException($"There is no option '{name}'; see --help."),
        };

    private static Mode ModeOf(string name) =>
        Mode.All.FirstOrDefault(mode => mode.Name == name)
        ?? throw new FormatException(
            $"There is no mode '{name}'; there are {string.Join(", ", Mode.All.Select(mode => mode.Name))}."
        );

    private static int NumberOf(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} takes a number, not '{value}'.");
}
