using System.Net;
using System.Text.RegularExpressions;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>What a browser was answered with.</summary>
internal sealed partial record BrowserPage(HttpStatusCode Status, Uri? Location, string Text, string ContentType)
{
    public static async Task<BrowserPage> ReadAsync(HttpResponseMessage response, Uri asked, CancellationToken stop)
    {
        var location = response.Headers.Location;
        return new BrowserPage(
            response.StatusCode,
            location is null ? null : new Uri(asked, location),
            await response.Content.ReadAsStringAsync(stop),
            response.Content.Headers.ContentType?.MediaType ?? ""
        );
    }

    /// <summary>A hidden field of the page's form.</summary>
    public string Field(string name) =>
        WebUtility.HtmlDecode(
            Fields().Matches(Text).Single(match => match.Groups["name"].Value == name).Groups["value"].Value
        );

    /// <summary>Where the page's form is sent.</summary>
    public string Action => WebUtility.HtmlDecode(Actions().Match(Text).Groups["value"].Value);

    /// <summary>A member of the query that it leads to.</summary>
    public string? Query(string name) =>
        Location is null ? null : System.Web.HttpUtility.ParseQueryString(Location.Query)[name];

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Fields();

    [GeneratedRegex("""<form [^>]*action="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Actions();
}
