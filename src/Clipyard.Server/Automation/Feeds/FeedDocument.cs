using System.Globalization;
using System.Text;
using System.Xml;
using Clipyard.Server.Archive;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Writes a feed: RSS 2.0, with what podcast programs want to know beside.</summary>
/// <param name="feed">Whose posts.</param>
/// <param name="address">The feed's own address.</param>
internal sealed class FeedDocument(OpenFeed feed, string address)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
    };

    /// <summary>The document's bytes.</summary>
    public byte[] Write(IReadOnlyList<KeptClip> clips, DateTimeOffset changedAt)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "itunes", ns: null, Itunes);
            xml.WriteAttributeString("xmlns", "atom", ns: null, Atom);
            xml.WriteStartElement("channel");
            WriteChannel(xml, clips, changedAt);
            foreach (var clip in clips.Where(clip => clip.Files.Count > 0))
            {
                WriteItem(xml, clip);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    // The sound of a photo post is what can be played; without one its first picture is all there is.
    private static KeptFile EnclosureOf(KeptClip clip) =>
        clip.Files.FirstOrDefault(file => file.ContentType.StartsWith("audio/", StringComparison.Ordinal))
        ?? clip.Files[0];

    private static KeptFile? PictureOf(KeptClip clip) =>
        clip.Files.FirstOrDefault(file => file.ContentType.StartsWith("image/", StringComparison.Ordinal));

    private void WriteChannel(XmlWriter xml, IReadOnlyList<KeptClip> clips, DateTimeOffset changedAt)
    {
        var title = $"@{feed.Student.Username}";
        var profile = $"https://www.tiktok.com/@{Uri.EscapeDataString(feed.Student.Username)}";
        xml.WriteElementString("title", title);
        xml.WriteElementString("link", profile);
        xml.WriteElementString("description", $"What is kept of {title}'s posts on TikTok.");
        xml.WriteElementString("lastBuildDate", Date(changedAt));
        xml.WriteElementString("generator", "Clipyard");
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", address);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", RssEndpoints.ContentType);
        xml.WriteEndElement();
        xml.WriteElementString("author", Itunes, title);
        xml.WriteElementString("explicit", Itunes, "false");
        xml.WriteElementString("block", Itunes, "Yes"); // the address is a secret: directories must not list it
        var pictured = clips.FirstOrDefault(clip => PictureOf(clip) is not null);
        if (pictured is not null && PictureOf(pictured) is { } picture)
        {
            xml.WriteStartElement("image");
            xml.WriteElementString("url", UrlOf(pictured, picture));
            xml.WriteElementString("title", title);
            xml.WriteElementString("link", profile);
            xml.WriteEndElement();
            WriteItunesImage(xml, UrlOf(pictured, picture));
        }
    }

    private void WriteItem(XmlWriter xml, KeptClip clip)
    {
        var enclosure = EnclosureOf(clip);
        xml.WriteStartElement("item");
        xml.WriteElementString("title", FeedText.TitleOf(clip.Caption) ?? $"Post {clip.VideoId}");
        xml.WriteElementString("link", clip.VideoUrl);
        xml.WriteElementString("description", FeedText.Clean(clip.Caption));
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", UrlOf(clip, enclosure));
        xml.WriteAttributeString("length", enclosure.SizeBytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", enclosure.ContentType);
        xml.WriteEndElement();
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(clip.VideoId);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Date(clip.PostedAt));
        xml.WriteElementString("author", Itunes, $"@{clip.Username}");
        if (clip.DurationMs is { } duration)
        {
            var seconds = (long)Math.Round(duration / 1000.0, MidpointRounding.AwayFromZero);
            xml.WriteElementString("duration", Itunes, seconds.ToString(CultureInfo.InvariantCulture));
        }

        if (PictureOf(clip) is { } picture)
        {
            WriteItunesImage(xml, UrlOf(clip, picture));
        }

        xml.WriteEndElement();
    }

    private static void WriteItunesImage(XmlWriter xml, string url)
    {
        xml.WriteStartElement("image", Itunes);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    private string UrlOf(KeptClip clip, KeptFile file) => $"{address}/{clip.VideoId}{Path.GetExtension(file.Object)}";
}
