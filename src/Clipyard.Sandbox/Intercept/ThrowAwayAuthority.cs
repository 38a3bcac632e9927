using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Clipyard.Sandbox.Intercept;

/// <summary>A certificate authority that lives as long as the sandbox and signs for names that it stands in for.</summary>
internal sealed class ThrowAwayAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, X509Certificate2> _leaves = new(StringComparer.OrdinalIgnoreCase);
    private readonly ECDsa _leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority;

    // Certificates are checked against the client's clock, so the machine's is used here and not the sandbox's.
    private readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddDays(-1);

    public ThrowAwayAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Clipyard sandbox (throw-away)", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _authority = request.CreateSelfSigned(_from, _from + Life);
    }

    /// <summary>The authority's certificate, without its key.</summary>
    public string Pem => _authority.ExportCertificatePem();

    /// <summary>A certificate for one host name.</summary>
    public X509Certificate2 For(string host) => _leaves.GetOrAdd(host, Sign);

    public void Dispose()
    {
        foreach (var leaf in _leaves.Values)
        {
            leaf.Dispose();
        }

        _authority.Dispose();
        _leafKey.Dispose();
    }

    private X509Certificate2 Sign(string host)
    {
        var request = new CertificateRequest($"CN={host}", _leafKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true)
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false)
        );
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false)
        );
        using var leaf = request.Create(
            _authority,
            _from,
            _from + Life - TimeSpan.FromHours(1),
            RandomNumberGenerator.GetBytes(12)
        );
        using var withKey = leaf.CopyWithPrivateKey(_leafKey);

        // Windows cannot use a key that exists in memory only; through PKCS#12 it works everywhere.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
    }
}
