namespace Clipyard.Server.Network;

/// <summary>
/// Asks addresses that a person, a task or a file gave. Only https to public hosts, checked on the address actually
/// connected to and for every redirect again; no proxy, no cookies.
/// </summary>
internal interface IGuardedHttp
{
    /// <summary>Checks what can be seen of an address without asking anybody: form, scheme, host, port.</summary>
    /// <exception cref="Failures.ClipyardException"><c>url_not_allowed</c>, with the reason.</exception>
    Uri Check(string address);

    /// <summary>Fetches with GET, following a few redirects. The answer's body has not been read yet.</summary>
    /// <returns>A successful answer; dispose of it.</returns>
    /// <exception cref="Failures.ClipyardException">
    /// <c>url_not_allowed</c>; <c>url_unreachable</c>: no answer, not a success, too many redirects.
    /// </exception>
    Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken);
}
