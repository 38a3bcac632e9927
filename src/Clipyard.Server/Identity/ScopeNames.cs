using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Identity;

/// <summary>Scopes as they are called on the wire.</summary>
internal static class ScopeNames
{
    private static readonly (string Name, KeyScopes Scope)[] All =
    [
        .. Enum.GetValues<KeyScopes>()
            .Where(scope => scope != KeyScopes.None)
            .Select(scope => (scope.ToString().ToLowerInvariant(), scope)),
    ];

    /// <summary>The names in a set of scopes.</summary>
    public static IReadOnlyList<string> Of(KeyScopes scopes) =>
        [.. All.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name)];

    /// <summary>The set that names make.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: there are none, or one is unknown.</exception>
    public static KeyScopes Parse(IReadOnlyCollection<string?>? names)
    {
        var known = string.Join(", ", All.Select(scope => scope.Name));
        if (names is not { Count: > 0 })
        {
            throw Invalid($"name at least one of {known}.");
        }

        var scopes = KeyScopes.None;
        foreach (var name in names)
        {
            var scope = Array.Find(All, scope => scope.Name == name).Scope;
            scopes |=
                scope != KeyScopes.None
                    ? scope
                    : throw Invalid($"there is no scope '{Shown.Short(name ?? "")}'; there are {known}.");
        }

        return scopes;
    }

    private static ClipyardException Invalid(string rule) =>
        new(FailureCatalogue.InvalidParameter, $"scopes: {rule}") { Parameter = "scopes" };
}
