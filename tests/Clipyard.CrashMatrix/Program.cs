using Clipyard.CrashMatrix.Running;
using Clipyard.CrashMatrix.Serving;

return args switch
{
    [HostRole.Name, .. var rest] => await HostRole.RunAsync(rest),
    [SandboxRole.Name, .. var rest] => await SandboxRole.RunAsync(rest),
    [NodeRole.Name, .. var rest] => await NodeRole.RunAsync(rest),
    _ => await MatrixRole.RunAsync(args),
};
