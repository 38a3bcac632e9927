using System.Globalization;
using System.Text;
using Clipyard.Cli.Naming;

namespace Clipyard.Cli.Templates;

/// <summary>A part of a template: literal text, or a field with the way it is written.</summary>
internal sealed record TemplatePiece
{
    /// <summary>Text that stands for itself; empty where there is a field.</summary>
    public string Literal { get; init; } = "";

    public TemplateField? Field { get; init; }

    /// <summary>What stands for an absent value.</summary>
    public string Default { get; init; } = "NA";

    /// <summary>A date format of .NET, translated from the template's.</summary>
    public string? DateFormat { get; init; }

    public bool PadWithZeros { get; init; }

    public int Width { get; init; }

    /// <summary>How much of it is kept; null for all.</summary>
    public int? Precision { get; init; }

    /// <summary><c>s</c> counts characters, <c>B</c> bytes, <c>d</c> writes numbers.</summary>
    public char Conversion { get; init; } = 's';

    /// <summary>Whether it gives way first where a name is too long.</summary>
    public bool IsElastic => Field is { IsElastic: true };

    /// <summary>Writes it, safe inside a component.</summary>
    public string Render(TemplateSubject subject)
    {
        if (Field is null)
        {
            return Literal;
        }

        var text = FileNames.Value(Text(Field.Read(subject)));
        if (Precision is { } limit)
        {
            text = Conversion == 'B' ? FileNames.Cut(text, limit) : FileNames.CutCharacters(text, limit);
        }

        return PadWithZeros ? text.PadLeft(Width, '0') : text.PadLeft(Width);
    }

    private string Text(object? value) =>
        value switch
        {
            null => Default,
            DateTimeOffset time => time.UtcDateTime.ToString(
                DateFormat ?? Field?.DateFormat,
                CultureInfo.InvariantCulture
            ),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() is { Length: > 0 } text ? text : Default,
        };
}
