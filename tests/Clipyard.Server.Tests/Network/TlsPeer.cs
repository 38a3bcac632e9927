using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Clipyard.Server.Tests.Network;

/// <summary>A host that speaks https with a certificate it made itself.</summary>
internal sealed class TlsPeer : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);
    private readonly Task _running;

    public TlsPeer()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public Stream Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(_listener.LocalEndpoint);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _running;
        _certificate.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(_certificate);
            await tls.CopyToAsync(Stream.Null);
        }
        catch (Exception error) when (error is IOException or AuthenticationException or SocketException)
        {
            // The caller would not have the certificate.
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=clips.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
