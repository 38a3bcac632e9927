namespace Clipyard.Server.Network;

/// <summary>
/// Asks addresses that a person, a task or a file gave. Only https to public hosts, checked on the address actually
/// connected to and for every redirect again; no proxy, no cookies. The server's own media addresses are none of its
/// business: who is given one looks the object up.
/// </summary>
internal interface IGuardedHttp
{
    /// <summary>Checks what can be seen of an address without asking anybody: form, scheme, host, port.</summary>
    /// <exception cref="Failures.ClipyardException"><c>url_not_allowed</c>, with the reason.</exception>
    Uri Check(string address);

    /// <summary>Fetches with GET, following a few redirects, at most <c>Network:MaxBytes</c>.</summary>
    /// <inheritdoc cref="GetAsync(Uri, long, CancellationToken)"/>
    Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>Fetches with GET, following a few redirects. The answer's body has not been read yet.</summary>
    /// <param name="address">What to fetch; it need not have been checked.</param>
    /// <param name="maxBytes">The most the body may have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// A successful answer; dispose of it. Reading its body fails as this does: it neither stands still nor goes on for
    /// ever.
    /// </returns>
    /// <exception cref="Failures.ClipyardException">
    /// <c>url_not_allowed</c>; <c>url_unreachable</c>: no answer, not a success, too many redirects;
    /// <c>video_too_large</c>: more than may be fetched.
    /// </exception>
    Task<HttpResponseMessage> GetAsync(Uri address, long maxBytes, CancellationToken cancellationToken);

    /// <summary>As the other, on some hosts only: the address and wherever it redirects to.</summary>
    /// <param name="address">What to fetch; it need not have been checked.</param>
    /// <param name="maxBytes">The most the body may have.</param>
    /// <param name="hosts">The hosts, as <see cref="HostPatterns"/>; null: all of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Failures.ClipyardException">As the other; <c>url_not_allowed</c> also for another host.</exception>
    Task<HttpResponseMessage> GetAsync(
        Uri address,
        long maxBytes,
        IReadOnlyCollection<string>? hosts,
        CancellationToken cancellationToken
    );

    /// <summary>Sends with POST. Follows no redirect, and reads only the beginning of the answer.</summary>
    /// <param name="call">What to send, and where to.</param>
    /// <param name="cancellationToken">Stops it; it may have been received then.</param>
    /// <returns>Any answer there was, refusals and redirects among them.</returns>
    /// <exception cref="Failures.ClipyardException">
    /// <c>url_not_allowed</c>; <c>url_unreachable</c>: no answer in time, or none at all. Neither names more than the origin.
    /// </exception>
    Task<CallAnswer> PostAsync(OutgoingCall call, CancellationToken cancellationToken);
}
