using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard;

/// <summary>How one item of many ended: with a value or with a named failure.</summary>
/// <typeparam name="T">What success gives.</typeparam>
public sealed record Outcome<T>
    where T : class
{
    internal Outcome(TikTokLink link, T? value, ClipyardException? error)
    {
        Link = link;
        Value = value;
        Error = error;
    }

    /// <summary>The item.</summary>
    public TikTokLink Link { get; }

    /// <summary>The result; null when it failed.</summary>
    public T? Value { get; }

    /// <summary>Why it failed; null when it did not.</summary>
    public ClipyardException? Error { get; }

    /// <summary>Whether there is a <see cref="Value"/>; otherwise there is an <see cref="Error"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;
}
