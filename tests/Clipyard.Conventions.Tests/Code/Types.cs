using Clipyard.Failures;

namespace Clipyard.Conventions.Tests.Code;

public sealed class Types
{
    [Fact]
    public void Classes_are_sealed_unless_made_to_be_derived_from()
    {
        var all = OurAssemblies.All.WrittenTypes().ToList();

        var open = all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Where(type => !all.Any(other => other.BaseType == type))
            .Where(type => type != typeof(ClipyardException))
            .Select(type => type.FullName);

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_named_after_a_pattern()
    {
        string[] patterns = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility"];

        var named = OurAssemblies
            .All.WrittenTypes()
            .Where(type => patterns.Any(pattern => type.Name.EndsWith(pattern, StringComparison.Ordinal)))
            .Select(type => type.FullName);

        named.ShouldBeEmpty();
    }
}
