using Clipyard.Failures;

namespace Clipyard.Server.Uploads;

/// <summary>An upload that was here and is no longer: expired, ended, or taken by a post.</summary>
internal sealed class UploadGoneException(string detail) : ClipyardException(FailureCatalogue.NotFound, detail);
