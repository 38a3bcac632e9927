using Microsoft.Extensions.Options;

namespace Clipyard.Server.Pages;

/// <summary>Finds a folder without pages before the first reader does.</summary>
internal sealed class PagesOptionsValidator : IValidateOptions<PagesOptions>
{
    public ValidateOptionsResult Validate(string? name, PagesOptions options) =>
        options.Folder is { } folder
        && !File.Exists(Path.Combine(folder, PageFiles.IndexName + PageEncoding.Gzip.Suffix))
            ? ValidateOptionsResult.Fail(
                $"Pages:Folder: there are no built pages in '{folder}'; it is web/packed after 'npm run build' in web."
            )
            : ValidateOptionsResult.Success;
}
