using Clipyard.Failures;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>What the protocol has a status of its own for.</summary>
internal sealed class TusException(int status, string detail)
    : ClipyardException(FailureCatalogue.InvalidParameter, detail)
{
    public int Status => status;
}
