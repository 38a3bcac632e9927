namespace Clipyard.Sandbox.Official.Apps;

/// <summary>The two kinds of places that an app can own.</summary>
public enum UrlPropertyKind
{
    /// <summary>A host name: it and everything below it, proved by a DNS record.</summary>
    Domain,

    /// <summary>An address that ends in <c>/</c>: everything that starts with it, proved by a file.</summary>
    UrlPrefix,
}
