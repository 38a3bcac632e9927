namespace Clipyard.Server.Identity;

/// <summary>Knows whether a key's defaults could be those of a post. Whoever makes posts implements it.</summary>
internal interface IKeyDefaultsCheck
{
    /// <summary>Refuses defaults that every post would be refused for.</summary>
    /// <exception cref="Failures.ClipyardException">
    /// <c>not_found</c>: the owner has no such account; <c>not_connected</c>: it is disconnected;
    /// <c>caption_too_long</c>, <c>invalid_parameter</c>.
    /// </exception>
    Task EnsureUsableAsync(KeyDefaults defaults, CancellationToken cancellationToken);
}
