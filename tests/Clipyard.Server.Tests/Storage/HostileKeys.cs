namespace Clipyard.Server.Tests.Storage;

/// <summary>What somebody would try who wants to leave the bucket.</summary>
internal static class HostileKeys
{
    public static TheoryData<string> All =>
        [
            "",
            "/",
            ".",
            "..",
            "../keys/archive.key",
            "../../clipyard.db",
            "tiktok/../../keys/media.key",
            "tiktok/./x.mp4",
            "/etc/passwd",
            "//server/share",
            "tiktok//x.mp4",
            "tiktok/x/",
            "x\0.mp4",
            "x\n.mp4",
            "\u0085x",
            "x\ud800y",
            new string('a', 513),
            string.Concat(Enumerable.Repeat("é", 257)),
        ];

    /// <summary>Odd, but names like others: they must stay inside and come back exactly.</summary>
    public static TheoryData<string> Odd =>
        [
            "..\\..\\keys\\archive.key",
            "C:\\Windows\\x",
            "C:/x",
            "~/x",
            "$HOME/x",
            "%2e%2e/%2e%2e/x",
            "%00",
            "a%2fb",
            "a%252fb",
            "...",
            ".. /x",
            ".incoming/x.tmp",
            "nul",
            "tiktok/CON.mp4",
            "tiktok/a:stream",
            "tiktok/trailing. . .",
            "tiktok/\u202egp4.exe",
            "tiktok/e\u0301",
            "tiktok/\u00e9",
            "-rf",
            "%+/%+",
        ];
}
