using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;

namespace Clipyard.Server.Tasks;

/// <summary>What texts of instances and tasks may be.</summary>
internal static class TextRules
{
    public const int LongestName = 200;
    public const int LongestText = 10_000;

    /// <summary>A text that must be there.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the member.</exception>
    public static string Needed(string member, string? text, int longest = LongestName) =>
        string.IsNullOrWhiteSpace(text)
            ? throw Invalid(member, "is missing or empty.")
            : Checked(member, text, longest);

    /// <summary>A text that may be left out.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the member.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Checked(string member, string? text, int longest = LongestText)
    {
        if (text?.Length > longest)
        {
            throw Invalid(member, $"has {text.Length:N0} characters; at most {longest:N0} are taken.");
        }

        return text?.Contains('\0', StringComparison.Ordinal) == true
            ? throw Invalid(member, "has a zero character in it.")
            : text;
    }

    /// <summary>What is answered to a member that breaks a rule.</summary>
    public static ClipyardException Invalid(string member, string rule) =>
        new(FailureCatalogue.InvalidParameter, $"The member '{member}' {rule}") { Parameter = member };
}
