using System.Xml.Linq;
using Clipyard.Server.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Identity;

/// <summary>
/// Data protection's keys, as files in DATA/keys. What was written before there was a master key is wrapped when it is
/// next read, so that setting one protects the keys in use and not only those to come.
/// </summary>
internal sealed class KeyFiles(ServerPaths paths, MasterKey masterKey, ILoggerFactory logging) : IXmlRepository
{
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    private readonly FileSystemXmlRepository _files = new(new DirectoryInfo(paths.Keys), logging);
    private readonly Lock _lock = new();
    private bool _isWrapped;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
        {
            if (masterKey.IsSet && !_isWrapped)
            {
                Wrap();
                _isWrapped = true;
            }
        }

        return _files.GetAllElements();
    }

    public void StoreElement(XElement element, string friendlyName) => _files.StoreElement(element, friendlyName);

    private void Wrap()
    {
        foreach (var file in Directory.EnumerateFiles(paths.Keys, "key-*.xml").ToList())
        {
            var key = XElement.Load(file);
            var open = key.Descendants().Where(e => (bool?)e.Attribute(Protection + "requiresEncryption") == true);
            var secrets = open.ToList();
            foreach (var secret in secrets)
            {
                var wrapped = new MasterKeyEncryptor(masterKey).Encrypt(secret);
                secret.ReplaceWith(
                    new XElement(
                        Protection + "encryptedSecret",
                        new XAttribute("decryptorType", wrapped.DecryptorType.AssemblyQualifiedName ?? ""),
                        wrapped.EncryptedElement
                    )
                );
            }

            if (secrets.Count > 0)
            {
                Replace(file, key);
            }
        }
    }

    private static void Replace(string file, XElement key)
    {
        var temporary = $"{file}.{Guid.NewGuid():n}.tmp";
        using (var stream = PrivateFile.Create(temporary))
        {
            key.Save(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(file) ?? "");
    }
}
