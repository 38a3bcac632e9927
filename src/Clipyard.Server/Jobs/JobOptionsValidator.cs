using Microsoft.Extensions.Options;

namespace Clipyard.Server.Jobs;

[OptionsValidator]
internal sealed partial class JobOptionsValidator : IValidateOptions<JobOptions>;
