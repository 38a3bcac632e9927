# Links a student, keeps three posts, lists and verifies them, fetches one. PowerShell 7.
#
#   $env:CLIPYARD_KEY = '...'; pwsh samples/http/flow.ps1 STUDENT USERNAME
param([Parameter(Mandatory)][string]$Student, [Parameter(Mandatory)][string]$Username)
$ErrorActionPreference = 'Stop'
$server = ($env:CLIPYARD_SERVER ?? 'http://127.0.0.1:8000').TrimEnd('/')
if (-not $env:CLIPYARD_KEY) { Write-Error 'Set CLIPYARD_KEY to an API key.' }
$headers = @{ Authorization = "Bearer $env:CLIPYARD_KEY" }

function Invoke-Clipyard([string]$Method, [string]$Path, $Body, [hashtable]$More = @{}) {
    $request = @{ Method = $Method; Uri = "$server$Path"; Headers = $headers + $More }
    if ($null -ne $Body) {
        $request.Body = ConvertTo-Json $Body
        $request.ContentType = 'application/json'
    }
    Invoke-RestMethod @request
}

$path = "/tiktok/student/$([uri]::EscapeDataString($Student))"
$link = Invoke-Clipyard PUT "$path/username" @{ username = $Username }
"linked $($link.student_id) to $($link.username)"

# The same Idempotency-Key again, after a lost connection, begins nothing twice.
$download = Invoke-Clipyard POST "$path/download?max_videos=3" $null @{ 'Idempotency-Key' = [guid]::NewGuid().ToString() }
$download.videos | ForEach-Object { "stored $($_.video_id)" }

$videos = @()
$cursor = $null
do {
    $query = $cursor ? "&cursor=$([uri]::EscapeDataString($cursor))" : ''
    $page = Invoke-Clipyard GET "$path/videos?limit=2$query"
    $videos += $page.videos
    $cursor = $page.next_cursor
} while ($cursor)
"listed $($videos.Count)"

$report = Invoke-Clipyard POST '/api/v1/archive/verify' @{}
"verified $($report.success ? 'ok' : 'DAMAGED'), $($report.checked.files) files"

# local_path is its own proof: no key needed.
$file = New-TemporaryFile
try {
    Invoke-WebRequest -Uri $videos[0].local_path -OutFile $file
    $hash = (Get-FileHash -Algorithm SHA256 $file).Hash.ToLowerInvariant()
}
finally {
    Remove-Item $file
}
"fetched $($videos[0].video_id) $hash"
exit ($report.success -and $hash -eq $videos[0].sha256 ? 0 : 1)
