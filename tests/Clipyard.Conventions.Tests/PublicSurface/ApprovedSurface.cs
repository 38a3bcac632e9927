using System.Reflection;
using Clipyard.Testing;

namespace Clipyard.Conventions.Tests.PublicSurface;

/// <summary>
/// The public surface of each library, as text beside this file. A change shows up in review; accept one with
/// <c>CLIPYARD_ACCEPT=1 ./test publicsurface</c>.
/// </summary>
public sealed class ApprovedSurface
{
    public static TheoryData<string> Libraries =>
        [.. OurAssemblies.Libraries.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void It_is_what_was_approved(string library)
    {
        var assembly = OurAssemblies.Libraries.Single(candidate => candidate.GetName().Name == library);

        Approved.Compare(
            SurfaceText.Of(assembly),
            Repository.PathOf("tests", "Clipyard.Conventions.Tests", "PublicSurface", library + ".approved.txt")
        );
    }
}
