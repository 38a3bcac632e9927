namespace Clipyard.Server.Storage;

/// <summary>Makes the addresses under which callers fetch kept files (<c>local_path</c>).</summary>
internal interface IMediaAddresses
{
    /// <summary>The absolute address of an object, made for this answer.</summary>
    /// <param name="key">The object's full key.</param>
    MediaAddress For(string key);
}
