using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Clipyard.Server.Api.Hosting;

namespace Clipyard.Server.Tests.Settings;

/// <summary>docs/settings.md, made from the options classes: their defaults and what their comments say.</summary>
internal static partial class SettingsPage
{
    private const string Beginning = """
        # Settings

        Made from the options classes; `CLIPYARD_ACCEPT=1 ./test settings` writes it anew.

        A setting comes from the command line (`--set Storage:Public=true`), else from the environment with two underscores
        for each colon (`CLIPYARD_Storage__Public=true`), else from `appsettings.json` in the folder where the server
        starts. Lists take numbers: `KnownProxies:0=10.0.0.1`. Times are `hh:mm:ss` or `d.hh:mm:ss`, sizes bytes. A wrong
        one stops the start with a sentence.

        """;

    public static string Text()
    {
        var comments = XDocument
            .Load(Path.ChangeExtension(typeof(ClipyardServer).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member, StringComparer.Ordinal);
        var page = new StringBuilder(Beginning);
        foreach (var type in OptionTypes())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {SectionOf(type) ?? "The server"}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"{Summary(comments, "T:" + type.FullName)}\n\n");
            page.Append("| setting | default | what it does |\n|---|---|---|\n");
            foreach (var row in Rows(type, comments).Concat(Exposure(type, comments)))
            {
                page.Append(row).Append('\n');
            }
        }

        return page.ToString();
    }

    private static IEnumerable<Type> OptionTypes() =>
        typeof(ClipyardServer)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && IsSettings(type))
            .OrderBy(type => SectionOf(type) ?? "", StringComparer.Ordinal);

    private static bool IsSettings(Type type) => type == typeof(ServerOptions) || SectionOf(type) is not null;

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;

    private static IEnumerable<string> Rows(Type type, Dictionary<string, XElement> comments)
    {
        var defaults = Activator.CreateInstance(type)!;
        var section = SectionOf(type) is { } name ? name + ":" : "";
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property =>
                $"| `{section}{property.Name}` | {Value(property.GetValue(defaults))} | {Summary(comments, $"P:{type.FullName}.{property.Name}")} |"
            );
    }

    // Who may reach the server is read by hand, because its parts are checked against each other.
    private static IEnumerable<string> Exposure(Type type, Dictionary<string, XElement> comments)
    {
        (string Setting, string Member)[] exposed =
        [
            ("KnownProxies", nameof(ExposureOptions.KnownProxies)),
            ("AllowInsecure", nameof(ExposureOptions.AllowInsecure)),
            ("Cors:Origins", nameof(ExposureOptions.CorsOrigins)),
        ];
        return type == typeof(ServerOptions)
            ? exposed.Select(one =>
                $"| `{one.Setting}` |  | {Summary(comments, $"P:{typeof(ExposureOptions).FullName}.{one.Member}")} |"
            )
            : [];
    }

    private static string Value(object? value) =>
        value switch
        {
            null or "" => "",
            bool flag => flag ? "`true`" : "`false`",
            string text => $"`{text}`",
            System.Collections.IEnumerable => "",
            IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
            _ => $"`{value}`",
        };

    private static string Summary(Dictionary<string, XElement> comments, string member)
    {
        comments.ShouldContainKey(member, "every setting says what it does");
        var summary = comments[member].Element("summary")!;
        foreach (var reference in summary.Descendants().Where(e => e.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.')[^1]);
        }

        return Spaces().Replace(summary.Value, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
