using System.Runtime.InteropServices;

namespace Clipyard.Server.Data;

/// <summary>What a new row is given.</summary>
/// <param name="Id">Greater than that of every row made before it by this process: later in any list by id.</param>
/// <param name="At">When it is made, whole milliseconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CreationStamp(Guid Id, DateTimeOffset At);
