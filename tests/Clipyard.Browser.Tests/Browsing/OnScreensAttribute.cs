using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>
/// Runs a journey on one screen, another one for each journey; with <c>./test --all</c> on all of them. The journey takes
/// the <see cref="Screen"/> as its only parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnScreensAttribute : DataAttribute
{
    private static readonly bool All = Environment.GetEnvironmentVariable("CLIPYARD_TEST_ALL") == "1";

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        // The same one in every run: by the name, not by string.GetHashCode, which differs from run to run.
        var one = testMethod.Name.Aggregate(0, (sum, letter) => (sum * 31 + letter) & 0xffff) % Screen.All.Count;
        IReadOnlyCollection<ITheoryDataRow> rows =
        [
            .. Screen.All.Where((_, place) => All || place == one).Select(screen => new TheoryDataRow<Screen>(screen)),
        ];
        return ValueTask.FromResult(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
