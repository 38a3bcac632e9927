using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Clipyard.Server.Identity;

/// <summary>Wraps the keys that data protection writes.</summary>
internal sealed class MasterKeyEncryptor(MasterKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(
            new XElement(
                "wrappedKey",
                new XComment(" Wrapped with CLIPYARD_MASTER_KEY. "),
                new XElement("value", key.Wrap(plaintextElement.ToString(SaveOptions.DisableFormatting)))
            ),
            typeof(MasterKeyDecryptor)
        );
}
