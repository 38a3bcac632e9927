namespace Clipyard.Failures;

/// <summary>A failure that Clipyard can name. The base of every exception it throws on its own account.</summary>
/// <remarks>The message never holds a token, a cookie or a signed address.</remarks>
public class ClipyardException : Exception
{
    private string? _operation;

    /// <summary>Names a failure.</summary>
    /// <param name="failure">Which one, from <see cref="FailureCatalogue"/>.</param>
    /// <param name="detail">What is special about this case: a limit, a measured value, TikTok's own words.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public ClipyardException(Failure failure, string? detail = null, Exception? innerException = null)
        : base(Compose(failure, detail), innerException)
    {
        Failure = failure;
        Detail = detail;
    }

    /// <summary>Which failure this is.</summary>
    public Failure Failure { get; }

    /// <summary>The failure's name, as programs compare it; for example <c>video_removed</c>.</summary>
    public string Code => Failure.Code;

    /// <summary>What is special about this case; null when the failure says it all.</summary>
    public string? Detail { get; }

    /// <summary>What was being done, in the words of the interface: <c>get video</c>, <c>download</c>; null when unknown.</summary>
    public string? Operation
    {
        get => _operation;
        init => _operation = value;
    }

    /// <summary>
    /// The address it was done to, in its canonical form without query (so without signatures); null when there was none.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>
    /// Which parameter of the call it is about, in the caller's own words (<c>schedule_time</c>, <c>source.images</c>);
    /// null when it is about none, or not about one alone.
    /// </summary>
    public string? Parameter { get; init; }

    /// <summary>Whether the same call, unchanged, may succeed later.</summary>
    public virtual bool IsTransient => Failure.IsTransient;

    /// <summary>How long the other side asked us to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What a person can do about it, most promising first.</summary>
    public IReadOnlyList<string> Remedies
    {
        get => field ?? [Failure.Remedy];
        init;
    }

    /// <summary>Says what was being done, unless it is said already: the innermost operation knows best.</summary>
    internal void HappenedDuring(string operation) => _operation ??= operation;

    private static string Compose(Failure failure, string? detail)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return detail is null ? failure.Message : $"{failure.Message} {detail}";
    }
}
