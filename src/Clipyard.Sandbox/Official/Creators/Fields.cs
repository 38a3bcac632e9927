using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary>The <c>fields</c> of the query: names with commas between.</summary>
internal static class Fields
{
    /// <exception cref="ApiRefusalException">There are none, or one is unknown.</exception>
    public static IReadOnlyList<string> Read(ApiCall call, IReadOnlyCollection<string> known)
    {
        var fields = call.Request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0)
        {
            throw ApiRefusalException.InvalidParams(
                "Fields is required, please provide fields in the request",
                "'fields' must stand in the query."
            );
        }

        var unknown = fields.Where(field => !known.Contains(field, StringComparer.Ordinal)).ToList();
        return unknown.Count == 0
            ? fields
            : throw ApiRefusalException.InvalidParams(
                $"Invalid field(s): {string.Join(',', unknown)}",
                $"There is no field '{unknown[0]}'."
            );
    }
}
