using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Intercept;

public sealed class InterceptTests
{
    [Fact]
    public async Task A_client_that_trusts_the_authority_sees_the_real_host_names()
    {
        await using var session = await StartAsync();
        using var client = ClientFor(session);

        var html = await client.GetStringAsync(
            new Uri($"https://www.tiktok.com/@i/video/{DemoWorld.PlainVideo}"),
            Token
        );
        var video = PageReader.Item(html)["video"]!["playAddr"]!.GetValue<string>();
        var bytes = await client.GetByteArrayAsync(new Uri(video), Token);

        bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8).ShouldBeTrue();
        session
            .Sandbox.Journal.Entries.Select(entry => entry.Host)
            .ShouldBe(["www.tiktok.com", "v16-webapp-prime.tiktok.com"]);
    }

    [Fact]
    public async Task The_official_hosts_answer_behind_the_proxy_too()
    {
        await using var session = await StartAsync();
        using var client = ClientFor(session);
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        client.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            session.Sandbox.Official.Connect(DemoWorld.SunnyGarden).AccessToken
        );
        var body =
            $$$"""{"source_info":{"source":"FILE_UPLOAD","video_size":{{{clip.Length}}},"chunk_size":{{{clip.Length}}},"total_chunk_count":1}}""";

        using var init = await client.PostAsync(
            new Uri("https://open.tiktokapis.com/v2/post/publish/inbox/video/init/"),
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            Token
        );
        var data = JsonNode.Parse(await init.Content.ReadAsStringAsync(Token))!["data"]!;
        using var content = new ByteArrayContent(clip);
        content.Headers.TryAddWithoutValidation("Content-Type", "video/mp4");
        content.Headers.TryAddWithoutValidation("Content-Range", $"bytes 0-{clip.Length - 1}/{clip.Length}");
        using var put = await client.PutAsync(new Uri(data["upload_url"]!.GetValue<string>()), content, Token);

        put.StatusCode.ShouldBe(HttpStatusCode.Created);
        session.Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.Cut)]
    [InlineData(FaultKind.Reset)]
    public async Task A_broken_body_is_broken_behind_the_proxy_too(FaultKind kind)
    {
        await using var session = await StartAsync();
        using var client = ClientFor(session);
        session.Sandbox.Faults.Add(new SandboxFault { Kind = kind, Bytes = 1000 });

        await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetByteArrayAsync(new Uri("https://www.tiktok.com/@sunny.garden"), Token)
        );
        var html = await client.GetStringAsync(new Uri("https://www.tiktok.com/@sunny.garden"), Token);

        PageReader.Scope(html, "webapp.user-detail").ShouldNotBeNull();
    }

    [Fact]
    public async Task Plain_requests_in_absolute_form_are_forwarded()
    {
        await using var session = await StartAsync();
        using var client = ClientFor(session);

        using var response = await client.GetAsync(new Uri("http://www.tiktok.com/@sunny.garden"), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("http://example.org/")]
    [InlineData("https://tiktok.com.example.org/")]
    [InlineData("http://127.0.0.1/_sandbox/state")]
    public async Task Names_that_are_not_TikToks_are_refused(string address)
    {
        await using var session = await StartAsync();
        using var client = ClientFor(session);
        client.DefaultRequestHeaders.ConnectionClose = true;

        HttpStatusCode? status;
        try
        {
            using var response = await client.GetAsync(new Uri(address), Token);
            status = response.StatusCode;
        }
        catch (HttpRequestException error)
        {
            status = error.StatusCode ?? HttpStatusCode.Forbidden;
        }

        status.ShouldBe(HttpStatusCode.Forbidden);
        session.Sandbox.Journal.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_authority_file_is_gone_afterwards()
    {
        string file;
        await using (var session = await StartAsync())
        {
            file = session.Sandbox.CertificateAuthorityFile!;
            File.Exists(file).ShouldBeTrue();
        }

        File.Exists(file).ShouldBeFalse();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<SandboxSession> StartAsync() =>
        SandboxSession.StartAsync(Token, new SandboxOptions { Intercept = true });

    private static HttpClient ClientFor(SandboxSession session)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(session.Sandbox.CertificateAuthorityFile!);
        var handler = new SocketsHttpHandler { Proxy = new WebProxy(session.Sandbox.InterceptProxy) };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return new HttpClient(handler);
    }
}
