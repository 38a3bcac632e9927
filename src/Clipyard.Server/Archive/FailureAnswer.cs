using Clipyard.Failures;

namespace Clipyard.Server.Archive;

/// <summary>A failure inside an answer that is none itself.</summary>
/// <param name="Code">Its name, from the catalogue.</param>
/// <param name="Message">What happened.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record FailureAnswer(string Code, string Message, string Remedy)
{
    public static FailureAnswer From(ClipyardException error) =>
        new(error.Code, error.Message, string.Join(' ', error.Remedies));
}
