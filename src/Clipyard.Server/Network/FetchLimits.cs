using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>How long one fetch may still take and how much it may bring, and the words for when it does not.</summary>
internal sealed class FetchLimits(Uri address, NetworkOptions options, long maxBytes, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _total = new(options.TotalTimeout, time);
    private Uri _address = address;

    public NetworkOptions Options => options;

    public long MaxBytes => maxBytes;

    public TimeProvider Time => time;

    /// <summary>A redirect led on.</summary>
    public void MoveTo(Uri next) => _address = next;

    /// <summary>A token for one wait: the caller's, the whole fetch's, and a time of its own.</summary>
    public FetchWait Wait(TimeSpan atMost, CancellationToken cancellationToken) =>
        new(new CancellationTokenSource(atMost, time), _total.Token, cancellationToken);

    public ClipyardException TimedOut(string reason, Exception cause) =>
        Unreachable(
            _total.IsCancellationRequested ? $"It took longer than {options.TotalTimeout.TotalSeconds:0.#} s." : reason,
            cause
        );

    public ClipyardException Unreachable(string reason, Exception? cause = null) =>
        new(FailureCatalogue.UrlUnreachable, reason, cause) { Address = Shown };

    public ClipyardException TooLarge() =>
        new(FailureCatalogue.VideoTooLarge, $"The address gives more than {maxBytes} bytes.") { Address = Shown };

    public void Dispose() => _total.Dispose();

    // What follows the path may be a signature.
    private string Shown => _address.GetLeftPart(UriPartial.Path);
}
