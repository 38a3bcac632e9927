using System.Reflection;

namespace Clipyard.Server.Api.Document;

/// <summary>What a route's handler works with, itself or through the services it is given.</summary>
internal static class HandlerNeeds
{
    private const int Depth = 4;

    /// <summary>Whether it works with a service.</summary>
    public static bool Has<TService>(IEnumerable<object> metadata) =>
        metadata
            .OfType<MethodInfo>()
            .SelectMany(handler => handler.GetParameters())
            .Any(parameter => Leads(parameter.ParameterType, typeof(TService), Depth));

    private static bool Leads(Type from, Type to, int depth) =>
        from == to
        || (
            depth > 0
            && from.Assembly == typeof(HandlerNeeds).Assembly
            && from is { IsClass: true }
            && from.GetConstructors()
                .SelectMany(constructor => constructor.GetParameters())
                .Any(parameter => Leads(parameter.ParameterType, to, depth - 1))
        );
}
