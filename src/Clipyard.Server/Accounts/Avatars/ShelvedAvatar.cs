using Clipyard.Failures;

namespace Clipyard.Server.Accounts.Avatars;

/// <summary>What came of asking for an account's picture: one of both.</summary>
internal sealed record ShelvedAvatar(Avatar? Picture, ClipyardException? Failure)
{
    /// <exception cref="ClipyardException">There was none.</exception>
    public Avatar PictureOrThrow() =>
        Picture ?? throw new ClipyardException(Failure?.Failure ?? FailureCatalogue.NotFound, Failure?.Detail, Failure);
}
