using System.Net;
using Clipyard.Pages;

namespace Clipyard.Http;

/// <summary>What a page of TikTok's site holds.</summary>
/// <param name="Content">What was read from it; never a refusal of this client.</param>
/// <param name="Status">200 or 404.</param>
/// <param name="Session">The visit that it was read on.</param>
internal sealed record SitePage(PageContent Content, HttpStatusCode Status, BrowserSession Session);
