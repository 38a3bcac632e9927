using System.Linq.Expressions;
using System.Text.Json;
using Clipyard.Server.Api;
using Clipyard.Server.Archive;
using Clipyard.Server.Audit;
using Clipyard.Server.Automation.Feeds;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Events;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Bulk;
using Clipyard.Server.Publishing.Watching;
using Clipyard.Server.Tasks.Instances;
using Clipyard.Server.Tasks.Work;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Clipyard.Server.Data;

/// <summary>The domain's database. Every row that has an owner is seen only in that owner's scope.</summary>
internal sealed class ClipyardDb : IdentityUserContext<Person, Guid>
{
    public ClipyardDb(DbContextOptions<ClipyardDb> options, IOwnerScope scope)
        : base(options)
    {
        Scope = scope;
        // So that every write begins a transaction, and every transaction waits for its turn at the write gate.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Student> Students => Set<Student>();

    public DbSet<Clip> Clips => Set<Clip>();

    public DbSet<ClipFile> ClipFiles => Set<ClipFile>();

    public DbSet<ArchiveChain> Chains => Set<ArchiveChain>();

    public DbSet<ArchiveRecord> Records => Set<ArchiveRecord>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<JobItem> JobItems => Set<JobItem>();

    public DbSet<LoggedEvent> Events => Set<LoggedEvent>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<PostFile> PostFiles => Set<PostFile>();

    public DbSet<PostEvent> PostEvents => Set<PostEvent>();

    public DbSet<PostAttempt> PostAttempts => Set<PostAttempt>();

    public DbSet<PostImport> PostImports => Set<PostImport>();

    public DbSet<StudentFeed> StudentFeeds => Set<StudentFeed>();

    public DbSet<TikTokNotice> TikTokNotices => Set<TikTokNotice>();

    public DbSet<Instance> Instances => Set<Instance>();

    public DbSet<AgentTask> AgentTasks => Set<AgentTask>();

    public DbSet<PlanStep> PlanSteps => Set<PlanStep>();

    public DbSet<TaskLog> TaskLogs => Set<TaskLog>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<SigningSecret> SigningSecrets => Set<SigningSecret>();

    public DbSet<CalledPost> CalledPosts => Set<CalledPost>();

    public DbSet<Installation> Installations => Set<Installation>();

    /// <summary>For whom this context works.</summary>
    public IOwnerScope Scope { get; }

    // Read anew by every query: EF Core makes it a parameter.
    private Guid OwnerId => Scope.Owner.Id;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClipyardDb).Assembly);

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            NameColumns(entity);
            if (typeof(IOwned).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).HasQueryFilter(QueryFilters.Owner, OwnerFilter(entity.ClrType));
            }
        }
    }

    private static void NameColumns(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private LambdaExpression OwnerFilter(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var mine = Expression.Equal(
            Expression.Property(row, nameof(IOwned.OwnerId)),
            Expression.Property(Expression.Constant(this), nameof(OwnerId))
        );
        return Expression.Lambda(mine, row);
    }
}
