using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api.Limits;

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
