namespace Clipyard.Server.Api;

/// <summary>Where the outside world reaches this server. Every absolute address in an answer is made here, never from Host.</summary>
internal interface IPublicAddress
{
    /// <summary>Scheme, host and port, and the path base if there is one, ending in <c>/</c>.</summary>
    Uri Base { get; }

    /// <summary>Makes a path below it absolute. The path is escaped already.</summary>
    string Absolute(string path);
}
