namespace Clipyard.Links;

internal static class LinkReader
{
    public static TikTokLink? Read(string? text) => throw new NotImplementedException();

    public static bool IsSecUid(string name) => throw new NotImplementedException();
}
