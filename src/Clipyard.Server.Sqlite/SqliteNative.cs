using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace Clipyard.Server.Sqlite;

/// <summary>
/// Makes Microsoft.Data.Sqlite 10 run on SQLitePCLRaw 2.0: it was compiled against 2.1, and the runtime refuses a lower
/// assembly version unless somebody answers. Of the 90 members it uses only <c>sqlite3_load_extension</c> is missing.
/// </summary>
internal static class SqliteNative
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must run before the first type of the driver is touched.")]
    internal static void Initialize()
    {
        // Without a version; by name rather than path, so that it works in a single file, too.
        AssemblyLoadContext.Default.Resolving += static (_, name) =>
            name.Name == "SQLitePCLRaw.core" && name.Version is not null
                ? Assembly.Load(new AssemblyName("SQLitePCLRaw.core"))
                : null;
        Start();
    }

    // Apart from the handler, so that the driver's types are not needed before it is there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
    }

    // The bundled library is of 2021; the system's is newer and gets security updates.
    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path) =>
        library == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : 0;
}
