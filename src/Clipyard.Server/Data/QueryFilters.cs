namespace Clipyard.Server.Data;

/// <summary>Names of the filters that every query carries unless it says otherwise.</summary>
internal static class QueryFilters
{
    /// <summary>Only the scope's owner's rows. Left out only where rows are looked for before an owner is known.</summary>
    public const string Owner = "owner";

    /// <summary>For <c>IgnoreQueryFilters</c>, where there is no owner yet: authentication, signed addresses, the sweeper.</summary>
    public static readonly string[] OwnerOnly = [Owner];
}
