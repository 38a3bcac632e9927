using System.Collections;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>Some permissions, in the order in which they were named. Compared without regard to it.</summary>
public sealed class ScopeSet : IReadOnlyCollection<string>, IEquatable<ScopeSet>
{
    private static readonly char[] Separators = [',', ' '];

    private readonly string[] _names;

    /// <summary>Takes names such as those in <see cref="TikTokScopes"/>.</summary>
    public ScopeSet(params IEnumerable<string> names) => _names = [.. names.Distinct(StringComparer.Ordinal)];

    /// <summary>No permission.</summary>
    public static ScopeSet Empty { get; } = new();

    /// <inheritdoc />
    public int Count => _names.Length;

    /// <summary>Reads the form that TikTok sends: names with commas between. Spaces are accepted, too.</summary>
    public static ScopeSet Parse(string? text) =>
        new((text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Whether a permission is among them.</summary>
    public bool Contains(string name) => _names.Contains(name, StringComparer.Ordinal);

    /// <summary>Those of the others that are not among these.</summary>
    public ScopeSet Missing(ScopeSet wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new ScopeSet(wanted.Where(name => !Contains(name)));
    }

    /// <inheritdoc />
    public bool Equals(ScopeSet? other) => other is not null && Count == other.Count && other.All(Contains);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ScopeSet);

    /// <inheritdoc />
    public override int GetHashCode() =>
        _names.Aggregate(0, (hash, name) => hash ^ name.GetHashCode(StringComparison.Ordinal));

    /// <summary>The names with commas between, as TikTok wants them.</summary>
    public override string ToString() => string.Join(',', _names);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => _names.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _names.GetEnumerator();
}
