using Clipyard.Server.Data;
using Clipyard.Server.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Clipyard.DesignTime;

/// <summary>Gives `dotnet ef` a context on SQLite.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<ClipyardDb>
{
    public ClipyardDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ClipyardDb>();
        new SqliteProvider().Configure(options, Path.GetTempPath());
        return new ClipyardDb(options.Options, new OwnerScope());
    }
}
