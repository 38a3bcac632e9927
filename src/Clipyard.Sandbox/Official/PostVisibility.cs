namespace Clipyard.Sandbox.Official;

/// <summary>What a creator can do with a post that is out.</summary>
public enum PostVisibility
{
    /// <summary>Everyone sees it.</summary>
    Public,

    /// <summary>Its creator sees it.</summary>
    Private,

    /// <summary>It is gone.</summary>
    Deleted,
}
