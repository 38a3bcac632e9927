global using Clipyard.Failures;
global using Clipyard.TikTokApi.Http;
