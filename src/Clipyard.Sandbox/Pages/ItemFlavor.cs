namespace Clipyard.Sandbox.Pages;

/// <summary>Who asks for an item: the same post has other fields and other types in each.</summary>
internal enum ItemFlavor
{
    Desktop,
    Mobile,
    Api,
    NextData,
}
