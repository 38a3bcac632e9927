namespace Clipyard.Sandbox.Hosting;

internal enum RouteTarget
{
    Control,
    Home,
    Login,
    About,
    Watch,
    Photo,
    Profile,
    UserDetail,
    EmbedPost,
    EmbedCreator,
    OEmbed,
    CreatorList,
    PostList,
    CollectionList,
    Play,
    ShortLink,
    File,
    Official,
    NotFound,
}
