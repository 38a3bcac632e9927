using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Api.Hosting;

/// <summary>Where the server listens, which names and proxies it believes, and what browsers may do.</summary>
internal static class HostingFeature
{
    private static readonly string[] ExposedHeaders =
    [
        "Location",
        "Retry-After",
        "RateLimit-Limit",
        "RateLimit-Remaining",
        "RateLimit-Reset",
        "X-Request-Id",
        "Upload-Offset",
        "Upload-Length",
        "Upload-Expires",
        "Tus-Resumable",
        "Tus-Version",
        "Tus-Extension",
        "Tus-Max-Size",
    ];

    public static void AddHosting(this WebApplicationBuilder builder, ServerSetup setup)
    {
        var faults = new SettingFaults();
        var options = ExposureSettings.Read(builder.Configuration, setup.Urls, faults);
        builder.Services.AddSingleton(faults);
        builder.Services.AddSingleton(options);
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, options.CorsOrigins)));
        if (options.Urls.Any(url => url.Scheme == Uri.UriSchemeHttps))
        {
            // Certificates: Kestrel:Certificates:Default:Path and :Password or :KeyPath.
            builder.WebHost.UseKestrelHttpsConfiguration();
            var kestrel = builder.Configuration.GetSection("Kestrel");
            builder.Services.Configure<KestrelServerOptions>(server => server.Configure(kestrel));
        }
    }

    /// <summary>First of all: who really asks, and for which host.</summary>
    public static void UseHosting(this WebApplication application)
    {
        var options = application.Services.GetRequiredService<ExposureOptions>();
        if (options.KnownProxies.Count > 0)
        {
            application.UseForwardedHeaders(Forwarded(options));
        }

        application.UseMiddleware<HostNames>();
    }

    private static ForwardedHeadersOptions Forwarded(ExposureOptions options)
    {
        // Not X-Forwarded-Host: every absolute address comes from PublicAddress.
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.KnownProxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        return forwarded;
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins)
    {
        // Without credentials: other origins call with a key, never with somebody's session.
        policy.WithOrigins([.. origins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(ExposedHeaders);
    }
}
