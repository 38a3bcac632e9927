namespace Clipyard.Server.Archive;

/// <summary>What a student id may be: 1 to 128 of ASCII letters, digits and <c>- _ . : @ +</c>, not only dots.</summary>
internal static class StudentIdText
{
    public const int MaxLength = 128;

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '@' or '+')
        && text.Any(c => c != '.');
}
