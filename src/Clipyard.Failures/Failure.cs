namespace Clipyard.Failures;

/// <summary>One kind of failure that Clipyard can name: the same in exceptions, exit codes and HTTP answers.</summary>
/// <remarks>The instances are the members of <see cref="FailureCatalogue"/>; there are no others.</remarks>
public sealed class Failure
{
    internal Failure(string code, string message, string remedy, bool isTransient = false)
    {
        Code = code;
        Message = message;
        Remedy = remedy;
        IsTransient = isTransient;
    }

    /// <summary>The name that programs compare, in snake case. It never changes once released.</summary>
    public string Code { get; }

    /// <summary>What went wrong, one sentence without names or numbers of the case at hand.</summary>
    public string Message { get; }

    /// <summary>What a person can do about it, one or two sentences.</summary>
    public string Remedy { get; }

    /// <summary>Whether the same request, unchanged, may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>The <see cref="Code"/>.</summary>
    public override string ToString() => Code;
}
