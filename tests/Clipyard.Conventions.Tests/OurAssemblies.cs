using System.Reflection;
using System.Runtime.CompilerServices;
using Clipyard.Failures;
using Clipyard.Media.Probing;
using Clipyard.Sandbox;
using Clipyard.Server;

namespace Clipyard.Conventions.Tests;

/// <summary>What the conventions are about: the code that ships.</summary>
internal static class OurAssemblies
{
    /// <summary>The libraries that pack.</summary>
    public static IReadOnlyList<Assembly> Libraries { get; } =
    [
        typeof(Failure).Assembly,
        typeof(MediaInfo).Assembly,
        typeof(ClipyardClient).Assembly,
        Assembly.Load("Clipyard.Client"),
        Assembly.Load("Clipyard.TikTokApi"),
    ];

    public static IReadOnlyList<Assembly> All { get; } =
    [
        .. Libraries,
        typeof(SandboxServer).Assembly,
        typeof(ClipyardServer).Assembly,
        Assembly.Load("Clipyard.Server.Sqlite"),
        Assembly.Load("Clipyard.Cli"),
    ];

    /// <summary>Types that people wrote: no state machines, closures, generated code, migrations.</summary>
    public static IEnumerable<Type> WrittenTypes(this IEnumerable<Assembly> assemblies) =>
        assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.Namespace?.StartsWith("Clipyard", StringComparison.Ordinal) == true
                && !IsGenerated(type)
                && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
                && !type.Name.Contains('<')
            );

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
