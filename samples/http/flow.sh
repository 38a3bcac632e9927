#!/usr/bin/env bash
# Links a student, keeps three posts, lists and verifies them, fetches one. With nothing but curl.
#
#   CLIPYARD_SERVER=http://127.0.0.1:8000 CLIPYARD_KEY=... samples/http/flow.sh STUDENT USERNAME
set -euo pipefail
server=${CLIPYARD_SERVER:-http://127.0.0.1:8000}
server=${server%/}
: "${CLIPYARD_KEY:?set it to an API key}"
if [ $# -ne 2 ]; then
  echo "Name a student: flow.sh STUDENT USERNAME" >&2
  exit 2
fi
student=$1 username=$2

# The key goes through standard input: on the command line every user of the machine could read it.
call() {
  local method=$1 path=$2
  shift 2
  local answer
  answer=$(
    printf 'header = "Authorization: Bearer %s"\n' "$CLIPYARD_KEY" |
      curl --silent --show-error --fail-with-body --config - --request "$method" "$@" "$server$path"
  ) || {
    # What was refused, why, and what to do: code, detail, remedy.
    echo "$answer" >&2
    return 1
  }
  printf '%s\n' "$answer"
}

# Every value of a member, one a line. An & comes as \u0026. With jq at hand: jq -r '.videos[].local_path'.
values() { grep -oE "\"$1\":(\"[^\"]*\"|[a-z0-9]+)" | sed -E 's/^"[^"]*"://; s/^"(.*)"$/\1/; s/\\u0026/\&/g'; }

call PUT "/tiktok/student/$student/username" --json "{\"username\": \"$username\"}" >/dev/null
echo "linked $student to $username"

# The same Idempotency-Key again, after a lost connection, begins nothing twice.
idempotency=$(date +%s)-$$-$RANDOM
call POST "/tiktok/student/$student/download?max_videos=3" --header "Idempotency-Key: $idempotency" |
  values video_id | sed 's/^/stored /'

videos=$(call GET "/tiktok/student/$student/videos")
echo "listed $(values video_id <<<"$videos" | wc -l | tr -d ' ')"

report=$(call POST /api/v1/archive/verify --json '{}')
success=$(values success <<<"$report" | head -n 1)
echo "verified $([ "$success" = true ] && echo ok || echo DAMAGED), $(values files <<<"$report" | head -n 1) files"

# local_path is its own proof: no key needed.
file=$(mktemp)
trap 'rm -f "$file"' EXIT
curl --silent --show-error --fail --output "$file" "$(values local_path <<<"$videos" | head -n 1)"
hash=$(sha256sum "$file" | cut -d' ' -f1)
echo "fetched $(values video_id <<<"$videos" | head -n 1) $hash"
[ "$success" = true ] && [ "$hash" = "$(values sha256 <<<"$videos" | head -n 1)" ]
