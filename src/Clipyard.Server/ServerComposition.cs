using Clipyard.Server.Accounts;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Archive;
using Clipyard.Server.Automation;
using Clipyard.Server.Clocks;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Network;
using Clipyard.Server.Observability;
using Clipyard.Server.Pages;
using Clipyard.Server.Publishing;
using Clipyard.Server.Storage;
using Clipyard.Server.Tasks;
using Clipyard.Server.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server;

/// <summary>Puts the features together: the one place that knows them all.</summary>
internal static class ServerComposition
{
    // What the frameworks do is told when it goes wrong; what we do, always.
    private static readonly Dictionary<string, string?> QuietFrameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Quartz"] = "Warning",
        // That keys lie unencrypted in a folder of mode 0700 is said in docs/setup.md, not at every start.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // A start that fails is told by whoever started the server, in one sentence.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    public static WebApplication Build(ServerSetup setup, ServerPaths paths)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Clipyard.Server" });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. setup.Urls]);
        AddConfiguration(builder.Configuration, setup);
        builder.AddHosting(setup);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        ServerLogging.AddRules(builder.Logging);
        (setup.Logging ?? ServerLogging.Add)(builder.Logging);

        var services = builder.Services;
        services.AddClock(setup, builder.Configuration);
        services.AddSingleton(paths);
        services.AddOptions<ServerOptions>().Bind(builder.Configuration).ValidateOnStart();
        services.AddData(setup);
        services.AddApi();
        services.AddObservability();
        services.AddIdentity();
        services.AddStorage();
        services.AddNetwork();
        services.AddEvents();
        services.AddJobs(setup);
        services.AddArchive();
        services.AddUploads();
        services.AddPublishing();
        services.AddAccounts();
        services.AddTasks();
        services.AddAutomation();
        services.AddPages();
        setup.ConfigureServices?.Invoke(services);

        var application = SettingsCheck.Build(builder.Build);
        application.UseApi();
        application.MapApi();
        application.MapIdentity();
        application.MapStorage();
        application.MapEvents();
        application.MapJobs();
        application.MapArchive();
        application.MapUploads();
        application.MapPublishing();
        application.MapAccounts();
        application.MapTasks();
        application.MapAutomation();
        return application;
    }

    private static void AddConfiguration(ConfigurationManager configuration, ServerSetup setup)
    {
        configuration.AddInMemoryCollection(QuietFrameworks);
        if (setup.ReadEnvironment)
        {
            configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true);
            configuration.AddInMemoryCollection(EnvironmentNames.Read(Environment.GetEnvironmentVariable));
            configuration.AddEnvironmentVariables("CLIPYARD_");
        }

        configuration.AddInMemoryCollection(setup.Settings);
    }
}
