using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Archive;

/// <summary>Qualities as callers write them: <c>best</c>, <c>compatible</c> and so on.</summary>
internal static class QualityText
{
    private static readonly string[] Names =
    [
        .. Enum.GetNames<QualityChoice>().Select(name => name.ToLowerInvariant()),
    ];

    /// <summary>Every word that is understood.</summary>
    public static string All { get; } = string.Join(", ", Names);

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: no quality.</exception>
    public static QualityChoice Parse(string text) =>
        Names.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<QualityChoice>(text, ignoreCase: true)
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The parameter 'quality' must be one of {All}; it is '{Shown.Short(text)}'."
            )
            {
                Parameter = "quality",
            };
}
