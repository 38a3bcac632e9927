using System.Globalization;
using System.Text.RegularExpressions;

namespace Clipyard.Cli.Templates;

/// <summary>Splits a template into components and those into pieces.</summary>
internal static partial class TemplateReader
{
    /// <summary>Reads a template into its components (at least one) of pieces.</summary>
    /// <exception cref="FormatException">It is malformed; the message says where.</exception>
    public static IReadOnlyList<IReadOnlyList<TemplatePiece>> Read(string text)
    {
        List<List<TemplatePiece>> components =
        [
            [],
        ];
        for (var at = 0; at < text.Length; )
        {
            at = text[at] == '%' ? ReadPercent(text, at, components[^1]) : ReadLiteral(text, at, components);
        }

        return components;
    }

    private static int ReadLiteral(string text, int at, List<List<TemplatePiece>> components)
    {
        if (text[at] == '/' || (text[at] == '\\' && OperatingSystem.IsWindows()))
        {
            components.Add([]);
            return at + 1;
        }

        var end = text.AsSpan(at).IndexOfAny('%', '/', '\\') is var length and > 0 ? at + length : text.Length;
        end = end == at ? at + 1 : end;
        components[^1].Add(new TemplatePiece { Literal = text[at..end] });
        return end;
    }

    private static int ReadPercent(string text, int at, List<TemplatePiece> component)
    {
        if (text.AsSpan(at).StartsWith("%%"))
        {
            component.Add(new TemplatePiece { Literal = "%" });
            return at + 2;
        }

        var match = FieldPattern().Match(text, at);
        if (!match.Success)
        {
            throw new FormatException(
                $"The output template is malformed at '{text[at..]}': write fields as %(id)s, a percent sign as %%."
            );
        }

        component.Add(ToPiece(match));
        return at + match.Length;
    }

    private static TemplatePiece ToPiece(Match match)
    {
        var name = match.Groups["name"].Value;
        var field =
            TemplateFields.Find(name)
            ?? throw new FormatException(
                $"The output template has no field '{name}'. There are: "
                    + $"{string.Join(", ", TemplateFields.All.Select(known => known.Name))}."
            );
        var date = match.Groups["date"];
        if (date.Success && field.DateFormat is null)
        {
            throw new FormatException($"The output template formats '{name}' as a date; only upload_date is one.");
        }

        return new TemplatePiece
        {
            Field = field,
            Default = match.Groups["default"] is { Success: true } given ? given.Value : "NA",
            DateFormat = date.Success ? ToDotNet(date.Value) : null,
            PadWithZeros = match.Groups["zero"].Length > 0,
            Width = Number(match.Groups["width"]) ?? 0,
            Precision = Number(match.Groups["precision"]),
            Conversion = match.Groups["conversion"].Value[0],
        };
    }

    private static int? Number(Group group) =>
        group.Length > 0 ? int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Translates the date format of C and Python; literal text is quoted.</summary>
    private static string ToDotNet(string format)
    {
        var translated = DatePattern()
            .Replace(
                format,
                match =>
                    match.Value switch
                    {
                        "%Y" => "yyyy",
                        "%y" => "yy",
                        "%m" => "MM",
                        "%d" => "dd",
                        "%H" => "HH",
                        "%M" => "mm",
                        "%S" => "ss",
                        "%b" => "MMM",
                        "%B" => "MMMM",
                        "%a" => "ddd",
                        "%A" => "dddd",
                        ['%', ..] => throw new FormatException(
                            $"The output template's date format '{match.Value}' is unknown; use %Y %y %m %d %H %M %S %b %B %a %A."
                        ),
                        var literal => $"\"{literal}\"",
                    }
            );
        // A lone "d" would be one of .NET's standard formats.
        return translated.Length == 1 ? "%" + translated : translated;
    }

    [GeneratedRegex(
        """\G%\((?<name>[a-z_]+)(?:>(?<date>[^|()]+))?(?:\|(?<default>[^()]*))?\)(?<zero>0?)(?<width>[1-9][0-9]{0,2})?(?:\.(?<precision>[0-9]{1,3}))?(?<conversion>[sdB])""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FieldPattern();

    [GeneratedRegex("%.|[^%\"]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DatePattern();
}
