namespace Clipyard.Sandbox.Worlds;

/// <summary>The forms in which a watch page carries its data.</summary>
public enum PageShape
{
    /// <summary>By user agent: <see cref="Universal"/> for desktops, <see cref="Reflow"/> for phones.</summary>
    ByUserAgent,

    /// <summary>Desktop, 2023 to now: <c>webapp.video-detail</c> in the universal data.</summary>
    Universal,

    /// <summary>Phone, early 2026: <c>webapp.reflow.video.detail</c> in the universal data.</summary>
    Reflow,

    /// <summary>As <see cref="Reflow"/>, with <c>videoDetail</c> between the key and <c>itemInfo</c>.</summary>
    ReflowNested,

    /// <summary>Phone, May 2026: the script <c>api-data</c>; the universal data has no detail.</summary>
    ApiData,

    /// <summary>2021 to 2023: the script <c>SIGI_STATE</c>.</summary>
    SigiState,

    /// <summary>2021 to 2023: the script <c>sigi-persisted-data</c>.</summary>
    SigiPersisted,

    /// <summary>2020 to 2021: the script <c>__NEXT_DATA__</c>.</summary>
    NextData,

    /// <summary>The desktop page as a browser saves it: more attributes on the script tag.</summary>
    BrowserSaved,

    /// <summary>A valid page whose universal data holds no post (explore, tag pages).</summary>
    Shell,
}
