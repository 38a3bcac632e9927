using System.Text.Json;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Api;

/// <summary>Reads words that stand for one of a few choices, and ids.</summary>
internal static class WordReader
{
    /// <summary>A choice as it is written on the wire.</summary>
    public static string NameOf<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the choices.</exception>
    public static T Choice<T>(string name, string? text, T otherwise)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? otherwise : Choice<T>(name, text);

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the choices.</exception>
    public static T Choice<T>(string name, string text)
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>();
        var index = Array.FindIndex(choices, choice => NameOf(choice) == text);
        return index >= 0
            ? choices[index]
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"'{name}' must be one of {string.Join(", ", choices.Select(NameOf))}; it is '{Shown.Short(text)}'."
            )
            {
                Parameter = name,
            };
    }

    /// <returns>Null when nothing is said.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static Guid? Id(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Guid.TryParse(text, out var id)
            ? id
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"'{name}' must be an id as it was given out; it is '{Shown.Short(text)}'."
            )
            {
                Parameter = name,
            };
    }
}
