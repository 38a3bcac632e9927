using Clipyard.Server.Api;
using Clipyard.Server.Events;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace Clipyard.Server.Jobs;

/// <summary>Background work.</summary>
internal static class JobsFeature
{
    private const int StepsAtOnce = 64;

    public static IServiceCollection AddJobs(this IServiceCollection services, ServerSetup setup)
    {
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsValidator>();
        services.AddSingleton<NodeName>();
        services.AddSingleton<Leases>();
        services.AddSingleton<RunningSteps>();
        services.AddSingleton<ProgressBoard>();
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<JobClaims>();
        services.AddSingleton(typeof(LeaseRows<>));
        services.AddSingleton<LaneRunner>();
        services.AddSingleton<LaneSlots>();
        services.AddSingleton<LaneRunners>();
        services.AddSingleton(provider => new LaneKind(
            "archive:",
            provider.GetRequiredService<IOptions<JobOptions>>().Value.MaxFetches,
            provider.GetRequiredService<LaneRunner>()
        ));
        services.AddSingleton<JobWaiters>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<JobWaiters>());
        services.AddScoped<JobOutcomes>();
        services.AddScoped<IJobQueue, JobQueue>();
        services.AddSingleton<JobResponses>();
        services.AddScoped<JobListing>();
        services.AddSingleton<Sweeper>();
        services.AddScoped<ISweep, LaneSweep>();
        services.AddScoped<ISweep, FinishedJobSweep>();
        if (setup.StartScheduler)
        {
            services.AddScheduler(setup);
        }
        else
        {
            services.AddSingleton<ILaneWaker, SilentLaneWaker>();
        }

        return services;
    }

    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        JobEndpoints.Map(routes);
        return routes;
    }

    private static void AddScheduler(this IServiceCollection services, ServerSetup setup)
    {
        services.AddSingleton<ILaneWaker, QuartzLaneWaker>();
        services.AddSingleton<IReadinessCheck, SchedulerReadiness>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "clipyard";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(StepsAtOnce);
            quartz.UseExecutionLimits(
                (provider, limits) =>
                {
                    foreach (var kind in provider.GetServices<LaneKind>())
                    {
                        limits.ForGroupsWithPrefix(kind.Prefix, 1, ExecutionLimitScope.Cluster);
                    }
                }
            );
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                store.UseSystemTextJsonSerializer();
                setup.Database.ConfigureJobStore(store, new ServerPaths(setup.DataFolder).Root);
            });
            quartz.AddJob<LaneJob>(job => job.WithIdentity(LaneJob.Key).StoreDurably());
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.AddHostedService(provider => provider.GetRequiredService<Sweeper>());
    }
}
