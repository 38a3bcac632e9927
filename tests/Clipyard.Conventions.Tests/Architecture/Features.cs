using System.Reflection;
using System.Text.RegularExpressions;
using Clipyard.Server;
using Clipyard.Testing;

namespace Clipyard.Conventions.Tests.Architecture;

/// <summary>The arrows between the server's features: each has its own rows, and others ask its public services.</summary>
public sealed partial class Features
{
    private const string Root = "Clipyard.Server.";

    /// <summary>Which feature uses which rows of another one all the same. A new line needs a reason, a line less is a gain.</summary>
    private static readonly string[] KnownRows =
    [
        // Its work is jobs.
        "Archive: Job",
        "Archive: JobItem",
        // They are told, one after the other, in the order of the log.
        "Automation: LoggedEvent",
        "Jobs: LoggedEvent",
        // Whose work it is, where nobody is signed in.
        "Accounts: Person",
        "Automation: Person",
        "Events: Person",
        "Observability: Person",
        "Publishing: Person",
        // Whether a key still works.
        "Events: ApiKey",
        "Publishing: ApiKey",
        // Figures of all owners.
        "Observability: ClipFile",
        "Observability: Job",
        // A clip is posted from where it is kept, and an address of ours leads there.
        "Publishing: Clip",
        "Publishing: ClipFile",
        "Storage: ClipFile",
    ];

    private static readonly Assembly Assembly = typeof(ClipyardServer).Assembly;

    [Fact]
    public void A_feature_reads_no_other_features_rows()
    {
        var rows = RowsBySet();

        var found = Directory
            .EnumerateDirectories(Repository.PathOf("src", "Clipyard.Server"))
            .Select(folder => (Feature: Path.GetFileName(folder), Folder: folder))
            .Where(one => one.Feature is not ("Data" or "bin" or "obj"))
            .SelectMany(one => RowsIn(one.Folder, rows).Select(row => (one.Feature, Row: row)))
            .Where(use => FeatureOf(use.Row) != use.Feature)
            .Select(use => $"{use.Feature}: {use.Row.Name}")
            .Distinct(StringComparer.Ordinal);

        found.ShouldBe(KnownRows, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Automation.Feeds", "Archive")]
    [InlineData("Automation.Webhooks", "Publishing")]
    [InlineData("Accounts", "Publishing")]
    [InlineData("Publishing.Requests.Answers", "Archive")]
    [InlineData("Tasks", "Publishing")]
    [InlineData("Tasks", "Accounts")]
    public void A_feature_asks_another_one_by_its_interfaces(string asker, string asked)
    {
        var services = Assembly
            .GetTypes()
            .Where(type => IsIn(type, asker))
            .SelectMany(type =>
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            )
            .Where(constructor => !IsOfData(constructor.DeclaringType!))
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type => IsIn(type, asked))
            .ToList();

        services.ShouldNotBeEmpty("Otherwise this watches nothing.");
        services.ShouldAllBe(type => type.IsInterface || IsOfData(type));
    }

    private static Dictionary<string, Type> RowsBySet() =>
        Assembly
            .GetType(Root + "Data.ClipyardDb", throwOnError: true)!
            .GetProperties()
            .Where(property => property.PropertyType.Name == "DbSet`1")
            .ToDictionary(property => property.Name, property => property.PropertyType.GetGenericArguments()[0]);

    private static IEnumerable<Type> RowsIn(string folder, Dictionary<string, Type> rows)
    {
        var named = Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var set in Sets().Matches(text).Select(match => match.Groups["set"].Value))
            {
                if (rows.TryGetValue(set, out var row))
                {
                    yield return row;
                }
            }

            foreach (var row in RowTypes().Matches(text).SelectMany(match => named[match.Groups["row"].Value]))
            {
                yield return row;
            }
        }
    }

    private static string? FeatureOf(Type type) => type.Namespace?[Root.Length..].Split('.')[0];

    private static bool IsIn(Type type, string folder) =>
        $"{type.Namespace}.".StartsWith($"{Root}{folder}.", StringComparison.Ordinal);

    // Records carry data; nobody asks them for anything.
    private static bool IsOfData(Type type) => type.IsValueType || type.GetMethod("<Clone>$") is not null;

    [GeneratedRegex(
        @"(\bdb|GetRequiredService<ClipyardDb>\(\))\s*\.\s*(?<set>[A-Z]\w+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Sets();

    [GeneratedRegex(@"\bSet<(?<row>\w+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowTypes();
}
