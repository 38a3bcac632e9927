using System.Globalization;

namespace Clipyard.Sandbox.Worlds;

/// <summary>Fills a world with what <see cref="DemoWorld"/> names.</summary>
internal sealed class DemoWorldBuilder(SandboxWorld world)
{
    private static readonly string[] Clips =
    [
        "tide",
        "meadow",
        "aurora",
        "lanterns",
        "ripples",
        "petals",
        "lava",
        "dunes",
        "drift",
    ];

    private static readonly string[] Avatars = ["avatar-fern.jpg", "avatar-rosa.jpg", "avatar-milo.jpg"];

    private static readonly SandboxRendition[] Aurora =
    [
        H264("aurora.mp4", "540p", "normal_540_0", 20),
        H264("aurora-720.mp4", "720p", "normal_720_0", 10),
        H265("aurora-1080-hevc.mp4", "1080p", "adapt_lowest_1080_1", 2),
        H265("aurora-hevc.mp4", "540p", "adapt_540_1", 28),
    ];

    public static void Fill(SandboxWorld world)
    {
        var builder = new DemoWorldBuilder(world);
        builder.AddCreators();
        builder.AddSunnyGarden();
        builder.AddHarborLights();
        builder.AddPaperBoats();
        builder.AddSlowLantern();
        builder.AddUnavailable();
        builder.AddOddCorner();
        builder.AddShortLinks();
    }

    private void AddCreators()
    {
        Add(
            DemoWorld.SunnyGarden,
            "Sunny Garden 🌻",
            creator =>
                creator with
                {
                    Bio = "Slow mornings, loud bees.\nAllotment no. 14",
                    BioLink = "sunnygarden.example/links",
                    Verified = true,
                    Followers = 783_427,
                    Following = 42,
                    Hearts = 3_922_256,
                }
        );
        Add(
            DemoWorld.HarborLights,
            "Harbor Lights",
            creator =>
                creator with
                {
                    Followers = 4_613,
                    Following = 40,
                    Hearts = 54_097,
                    Listing = new ListingQuirks { Overlap = 2, ShortBy = 1 },
                }
        );
        Add(DemoWorld.PaperBoats, "paper boats ⛵", creator => creator with { Followers = 15_204, Hearts = 98_011 });
        Add(
            DemoWorld.QuietAttic,
            "quiet attic",
            creator => creator with { Private = true, StatusCode = 10222, VideoCount = 0, Followers = 12 }
        );
        Add(DemoWorld.HalfOpen, "half open", creator => creator with { Private = true, StatusCode = 10222 });
        Add(DemoWorld.EmptyShelf, "empty shelf", creator => creator with { Followers = 3 });
        Add(DemoWorld.NumericName, "Zahlen", creator => creator with { Followers = 77 });
        Add(DemoWorld.PaperKites, "paper kites", creator => creator with { Followers = 1_204 });
        Add(
            DemoWorld.SlowLantern,
            "slow lantern",
            creator =>
                creator with
                {
                    Followers = 310,
                    Listing = new ListingQuirks { LookBack = TimeSpan.FromDays(7), OmitEmptyList = true },
                }
        );
        Add(DemoWorld.HiddenDoor, "hidden door", creator => creator with { ProfileWithoutData = true });
        Add(DemoWorld.OddCorner, "odd corner", creator => creator with { Followers = 999 });
        Add(DemoWorld.Banned, "banned bakery", creator => creator with { StatusCode = 10221 });
    }

    private void AddSunnyGarden()
    {
        Video(DemoWorld.PlainVideo, "Northern lights over the greenhouse #aurora #gardenlife ", Aurora);
        Video(
            DemoWorld.RichCaption,
            "🌻🐝 Bees at work with @paper.boats \u2028second line: #sommer #été #中国高铁🚅 \u2028thanks @harbor_lights ✨ #QuickRecipes ",
            Single("meadow.mp4")
        );
        Video(DemoWorld.EmptyCaption, "", Single("petals.mp4"));
        Video(DemoWorld.Pinned, "Start here 👋 #welcome ", Single("tide.mp4"), post => post with { IsPinned = true });
        Video(
            DemoWorld.LowBitrate1080,
            "Every size there is #quality ",
            [
                H264("aurora.mp4", "540p", "normal_540_0", 20) with
                {
                    Bitrate = 1_297_895,
                },
                H265("aurora-1080-hevc.mp4", "1080p", "adapt_lowest_1080_1", 2) with
                {
                    Bitrate = 1_148_519,
                },
                H265("aurora-hevc.mp4", "540p", "adapt_540_1", 28) with
                {
                    Bitrate = 615_915,
                },
            ]
        );
        Video(
            DemoWorld.VideoOnlyHevc,
            "Rain on the pond #asmr ",
            [
                H264("ripples.mp4", "540p", "normal_540_0", 20),
                H265("ripples-hevc-silent.mp4", "720p", "adapt_lower_720_1", 14) with
                {
                    VideoOnly = true,
                },
            ]
        );
        Video(
            DemoWorld.Bytevc2,
            "The tide table #sea ",
            [
                H265("tide-1080-hevc.mp4", "1080p", "adapt_lowest_1080_1", 2) with
                {
                    Codec = "bytevc2",
                },
                H265("tide-hevc.mp4", "540p", "adapt_540_1", 28),
                H264("tide-720.mp4", "720p", "normal_720_0", 10),
                H264("tide.mp4", "540p", "normal_540_0", 20),
            ]
        );
        Video(
            DemoWorld.DeadMirror,
            "Take two #bloopers ",
            Single("dunes.mp4"),
            post => post with { FirstMirrorDead = true }
        );
        Video(
            DemoWorld.WithSubtitles,
            "How to prune roses #howto #roses ",
            Single("lanterns.mp4"),
            post => post with { Subtitles = DemoSubtitles.All }
        );
        Video(
            DemoWorld.Advertisement,
            "My favourite shears #ad ",
            Single("lava.mp4"),
            post => post with { IsAd = true, DownloadAllowed = false }
        );
        Video(DemoWorld.Only480, "From my old phone #throwback ", [H264("petals.mp4", "480p", "normal_480_0", 30)]);
        Video(
            DemoWorld.Muted,
            "Sound removed #silence ",
            Single("dunes.mp4"),
            post => post with { Sound = post.Sound! with { Clip = null } }
        );
        Video(DemoWorld.EmptyMusic, "No music entry #odd ", Single("lava.mp4"), post => post with { Sound = null });
    }

    /// <summary>43 posts, one every 31 hours back from 19 August 2026, numbered in their captions.</summary>
    private void AddHarborLights()
    {
        var newest = new DateTimeOffset(2026, 8, 19, 20, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 43; i++)
        {
            var clip = Clips[i % Clips.Length] + ".mp4";
            Video(
                Id(newest - TimeSpan.FromHours(31 * i), 0x5A3C1000 + (uint)i),
                $"Harbor evening no. {43 - i} #harbor ",
                Single(clip),
                post => post with { Creator = DemoWorld.HarborLights }
            );
        }
    }

    private void AddPaperBoats()
    {
        string[] images = ["bloom.jpg", "shore.jpg", "desert.jpg", "night.jpg"];
        Photo(
            DemoWorld.Photos,
            "Folding a boat in four steps ⛵ #origami #diy ",
            [.. images.Select(clip => new SandboxImage { Clip = clip })]
        );
        Photo(
            DemoWorld.SinglePhoto,
            "One boat #origami ",
            [new SandboxImage { Clip = "shore.jpg", WebpClip = "petals.webp" }]
        );
        Video(
            DemoWorld.PaperBoatsVideo,
            "It floats! #origami ",
            Single("ripples.mp4"),
            post => post with { Creator = DemoWorld.PaperBoats }
        );
        Owned(DemoWorld.NumericCreatorVideo, DemoWorld.NumericName);
        Owned(DemoWorld.PaperKitesVideo, DemoWorld.PaperKites);
        Owned(DemoWorld.HalfOpenVideo, DemoWorld.HalfOpen);
        Owned(DemoWorld.HiddenDoorVideo, DemoWorld.HiddenDoor);
    }

    /// <summary>Five posts, 23 days apart, so that a list that looks back a week is empty in between.</summary>
    private void AddSlowLantern()
    {
        var newest = new DateTimeOffset(2026, 8, 14, 9, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 5; i++)
        {
            Owned(Id(newest - TimeSpan.FromDays(23 * i), 0x5A3C2000 + (uint)i), DemoWorld.SlowLantern);
        }
    }

    private void AddUnavailable()
    {
        Unavailable(DemoWorld.Removed, 10204, "item_privacy_authorization&status_deleted");
        Unavailable(DemoWorld.PrivatePost, 10216, "");
        Unavailable(DemoWorld.RegionLocked, 10231, "");
        Unavailable(DemoWorld.CrossBorder, 10204, "cross_border_violation_ur");
        Unavailable(DemoWorld.InReview, 10204, "author_status,status_reviewing");
        Unavailable(DemoWorld.TakenDown, 10217, "");
        Unavailable(DemoWorld.UnknownStatus, 100004, "");
        Unavailable(DemoWorld.PrivateAccountPost, 10222, "", DemoWorld.QuietAttic);
        Owned(DemoWorld.LoginWall, DemoWorld.OddCorner, post => post with { LoginWall = true });
        Owned(DemoWorld.GonePage, DemoWorld.OddCorner, post => post with { HttpStatus = 404 });
        Owned(DemoWorld.AgeRestricted, DemoWorld.OddCorner, post => post with { AgeRestricted = true });
        Owned(DemoWorld.WithoutAuthor, DemoWorld.OddCorner, post => post with { WithoutAuthor = true });
    }

    private void AddOddCorner()
    {
        Shaped(DemoWorld.OldMobile, PageShape.ApiData);
        Shaped(DemoWorld.SigiState, PageShape.SigiState);
        Shaped(DemoWorld.SigiPersisted, PageShape.SigiPersisted);
        Shaped(DemoWorld.NextData, PageShape.NextData);
        Shaped(DemoWorld.BrowserSaved, PageShape.BrowserSaved);
        Shaped(DemoWorld.Reflow, PageShape.Reflow);
        Shaped(DemoWorld.Shell, PageShape.Shell);
    }

    private void AddShortLinks()
    {
        const string site = "https://www.tiktok.com";
        const string tail = "?_r=1&_t=ZT-93kVGegk5xI";
        Link(DemoWorld.VideoCode, $"{site}/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}{tail}");
        Link(DemoWorld.PhotoCode, $"{site}/@{DemoWorld.PaperBoats}/photo/{DemoWorld.Photos}{tail}");
        Link(DemoWorld.ExpiredCode, null);
        Link(DemoWorld.EmptyUserCode, $"{site}/@/video/{DemoWorld.PlainVideo}?_r=1&_d=secCgYIASAHKAES");
        Link(DemoWorld.OldCode, $"https://m.tiktok.com/v/{DemoWorld.PlainVideo}.html?u_code=dia&preview_pb=0", 301);
        Link(DemoWorld.RemovedCode, $"{site}/@{DemoWorld.OddCorner}/video/{DemoWorld.Removed}{tail}");
        Link(DemoWorld.ProfileCode, $"{site}/@{DemoWorld.SunnyGarden}{tail}");
        Link(DemoWorld.LoopCode, $"https://vm.tiktok.com/{DemoWorld.LoopCode}/");
        Link(DemoWorld.ForeignCode, "https://example.org/@sunny.garden/video/" + DemoWorld.PlainVideo);
    }

    private void Add(string username, string nickname, Func<SandboxCreator, SandboxCreator> finish) =>
        world.AddCreator(
            finish(
                new SandboxCreator
                {
                    Username = username,
                    Nickname = nickname,
                    Id = new Sampler(0)
                        .Number("creator/" + username, 6_700_000_000_000_000_000, 7_300_000_000_000_000_000)
                        .ToString(CultureInfo.InvariantCulture),
                    SecUid = SecUids.For(username),
                    Avatar = Avatars[username.Length % Avatars.Length],
                }
            )
        );

    private void Video(
        string id,
        string caption,
        SandboxRendition[] renditions,
        Func<SandboxPost, SandboxPost>? finish = null
    )
    {
        var post = new SandboxPost
        {
            Id = id,
            Creator = DemoWorld.SunnyGarden,
            Caption = caption,
            Renditions = renditions,
            Cover = Media.ClipLibrary.Info(renditions[0].Clip).Cover,
            Counts = Counts(id),
            Sound = new SandboxSound
            {
                Id = new Sampler(0)
                    .Number("sound/" + id, 7_000_000_000_000_000_000, 7_600_000_000_000_000_000)
                    .ToString(CultureInfo.InvariantCulture),
                Author = "Sunny Garden",
                Clip = "morning.mp3",
            },
        };
        world.AddPost(finish is null ? post : finish(post));
    }

    private void Photo(string id, string caption, SandboxImage[] images) =>
        world.AddPost(
            new SandboxPost
            {
                Id = id,
                Creator = DemoWorld.PaperBoats,
                Caption = caption,
                Images = images,
                Cover = images[0].Clip,
                Counts = Counts(id),
                Sound = new SandboxSound
                {
                    Id = "7281543096448370689",
                    Title = "Still Water",
                    Author = "The Sandbox Quartet",
                    Clip = "evening.m4a",
                    FromLibrary = true,
                },
            }
        );

    private void Owned(string id, string username, Func<SandboxPost, SandboxPost>? finish = null) =>
        Video(
            id,
            $"A quiet minute by {username} #quiet ",
            Single("lava.mp4"),
            post => (finish ?? (same => same))(post with { Creator = username })
        );

    private void Shaped(string id, PageShape shape) =>
        Owned(id, DemoWorld.OddCorner, post => post with { Shape = shape });

    private void Unavailable(string id, int code, string message, string username = DemoWorld.OddCorner) =>
        Owned(id, username, post => post with { StatusCode = code, StatusMessage = message });

    private void Link(string code, string? target, int status = 302) =>
        world.AddShortLink(
            new SandboxShortLink
            {
                Code = code,
                Target = target,
                Status = status,
            }
        );

    private PostCounts Counts(string id)
    {
        var plays = world.Sampler.Number("plays/" + id, 900, 3_200_000);
        return new PostCounts(
            plays,
            Likes: (plays * world.Sampler.Number("likes/" + id, 20, 160)) / 1000,
            Comments: plays / world.Sampler.Number("comments/" + id, 300, 3000),
            Shares: plays / world.Sampler.Number("shares/" + id, 60, 900),
            Saves: plays / world.Sampler.Number("saves/" + id, 20, 400),
            Reposts: plays / 5000
        );
    }

    private static string Id(DateTimeOffset time, uint low) =>
        (((ulong)time.ToUnixTimeSeconds() << 32) | low).ToString(CultureInfo.InvariantCulture);

    private static SandboxRendition[] Single(string clip) => [H264(clip, "540p", "normal_540_0", 20)];

    private static SandboxRendition H264(string clip, string quality, string gear, int type) =>
        new()
        {
            Clip = clip,
            Quality = quality,
            Gear = gear,
            QualityType = type,
        };

    private static SandboxRendition H265(string clip, string quality, string gear, int type) =>
        H264(clip, quality, gear, type) with
        {
            Codec = "bytevc1",
        };
}
