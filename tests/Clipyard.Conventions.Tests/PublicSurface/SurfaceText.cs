using System.Reflection;
using System.Text;

namespace Clipyard.Conventions.Tests.PublicSurface;

/// <summary>Writes down what of an assembly others can see.</summary>
internal static class SurfaceText
{
    private const BindingFlags Visible =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Describe(type)).Append('\n');
            foreach (var member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Describe(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        var bases =
            type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType && !type.IsEnum
                ? $" : {Name(parent)}"
                : "";
        return $"{kind} {Name(type, isFull: true)}{bases}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        // Comparison, copying and printing, which the compiler writes for every record, say nothing.
        string[] ofRecords =
        [
            "Equals",
            "GetHashCode",
            "ToString",
            "Deconstruct",
            "PrintMembers",
            "get_EqualityContract",
        ];
        var constructors = type.GetConstructors(Visible)
            .Where(constructor => IsVisible(constructor) && !IsCopy(constructor, type))
            .Select(constructor => $"new({Parameters(constructor)})");
        var properties = type.GetProperties(Visible)
            .Where(property => property.Name != "EqualityContract" && property.GetAccessors(true).Any(IsVisible))
            .Select(Describe);
        var fields = type.GetFields(Visible)
            .Where(field => field.IsPublic)
            .Select(field => $"{Name(field.FieldType)} {field.Name}");
        var methods = type.GetMethods(Visible)
            .Where(method => IsVisible(method) && !method.IsSpecialName && !ofRecords.Contains(method.Name))
            .Where(method => !method.Name.Contains('<') && !method.Name.Contains('.'))
            .Select(method => $"{Modifier(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})");

        return [.. constructors, .. properties, .. fields, .. methods];
    }

    private static string Describe(PropertyInfo property)
    {
        var setter =
            property.SetMethod is { } set && IsVisible(set)
                ? set.ReturnParameter.GetRequiredCustomModifiers().Length > 0
                    ? " init;"
                    : " set;"
                : "";
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        return $"{isStatic}{Name(property.PropertyType)}{Mark(Nullability.Create(property))} {property.Name} {{ get;{setter} }}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{Name(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}"
                    + (parameter.HasDefaultValue ? " = default" : "")
                )
        );

    private static string Mark(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable && Nullable.GetUnderlyingType(info.Type) is null ? "?" : "";

    private static string Modifier(MethodInfo method) => method.IsStatic ? "static " : "";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static string Name(Type type, bool isFull = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        var name = isFull ? type.FullName!.Replace('+', '.') : type.Name;
        var bare = name.Split('`')[0];
        return type.IsGenericType
            ? $"{bare}<{string.Join(", ", type.GetGenericArguments().Select(a => Name(a)))}>"
            : bare;
    }
}
