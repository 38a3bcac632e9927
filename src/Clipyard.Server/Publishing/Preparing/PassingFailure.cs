using Clipyard.Failures;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>A failure that is final elsewhere and passes here: room in the store comes back.</summary>
internal sealed class PassingFailure(ClipyardException error) : ClipyardException(error.Failure, error.Detail, error)
{
    public override bool IsTransient => true;
}
