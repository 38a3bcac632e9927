using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Identity;

/// <summary>Unwraps what <see cref="MasterKeyEncryptor"/> wrapped. Made by data protection, from the type's name in the file.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(
            services
                .GetRequiredService<MasterKey>()
                .Unwrap(
                    encryptedElement.Element("value")?.Value
                        ?? throw new CryptographicException("The wrapped key has no value.")
                )
        );
}
