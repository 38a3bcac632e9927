using System.Diagnostics.CodeAnalysis;

namespace Clipyard.TikTokApi.Posting;

/// <summary>Names one post under way, from its init on. Opaque; holds <c>~</c> and <c>.</c>.</summary>
public readonly record struct PublishId
{
    private const int MaxLength = 256;

    private readonly string? _value;

    /// <summary>Takes an id as TikTok gave it.</summary>
    /// <exception cref="ArgumentException">It is empty, or holds what no id holds.</exception>
    public PublishId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value))
        {
            throw new ArgumentException("A publish id is printable ASCII without spaces.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The id; 64 characters at most as documented.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not an id.</exception>
    public string Value => _value ?? throw new InvalidOperationException("An uninitialized publish id has no value.");

    /// <summary>The id.</summary>
    public override string ToString() => _value ?? "";

    internal static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(character => character is > ' ' and <= '~');
}
