using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>An instant at which a server dies: before or after the n-th commit, call or pull since the post was asked for.</summary>
internal sealed record Boundary(BoundaryKind Kind, int Number, bool IsAfter)
{
    /// <summary>Reads <c>commit:7:after</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Boundary? boundary)
    {
        boundary =
            text.Split(':') is [var kind, var number, "before" or "after"]
            && Enum.TryParse<BoundaryKind>(kind, ignoreCase: true, out var known)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n > 0
                ? new Boundary(known, n, text.EndsWith(":after", StringComparison.Ordinal))
                : null;
        return boundary is not null;
    }

    public override string ToString() =>
        $"{Kind.ToString().ToLowerInvariant()}:{Number}:{(IsAfter ? "after" : "before")}";
}
