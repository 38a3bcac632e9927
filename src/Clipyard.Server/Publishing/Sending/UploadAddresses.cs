using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Keeps the addresses of uploads from readers of the database: whoever knows one may fill the upload.</summary>
internal sealed class UploadAddresses(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Clipyard.Publishing.UploadAddress");

    public string Protect(Uri address) => _protector.Protect(address.AbsoluteUri);

    /// <summary>The address; null when it cannot be read any more (another installation's keys).</summary>
    public Uri? Unprotect(string text)
    {
        try
        {
            return new Uri(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
