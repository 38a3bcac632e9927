"""Links a student, keeps three posts, lists and verifies them, fetches one. Standard library only.

CLIPYARD_SERVER=http://127.0.0.1:8000 CLIPYARD_KEY=... python3 samples/http/flow.py STUDENT USERNAME
"""

import hashlib
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

SERVER = os.environ.get("CLIPYARD_SERVER", "http://127.0.0.1:8000").rstrip("/")


def call(method, path, body=None, **headers):
    """Sends a request and reads its JSON; a refusal ends the program with the server's own words."""
    headers["Authorization"] = "Bearer " + os.environ["CLIPYARD_KEY"]
    data = None
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(SERVER + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        sys.exit(f"{problem['code']}: {problem['detail']} {problem['remedy']}")


def main(student, username):
    path = "/tiktok/student/" + urllib.parse.quote(student, safe="")
    link = call("PUT", path + "/username", {"username": username})
    print("linked", link["student_id"], "to", link["username"])

    # The same Idempotency-Key again, after a lost connection, begins nothing twice.
    download = call("POST", path + "/download?max_videos=3", **{"Idempotency-Key": str(uuid.uuid4())})
    for video in download["videos"]:
        print("stored", video["video_id"])

    videos, cursor = [], None
    while True:
        page = call("GET", path + "/videos?limit=2" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""))
        videos += page["videos"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    print("listed", len(videos))

    report = call("POST", "/api/v1/archive/verify", {})
    print(f"verified {'ok' if report['success'] else 'DAMAGED'}, {report['checked']['files']} files")

    # local_path is its own proof: no key needed.
    digest = hashlib.sha256()
    with urllib.request.urlopen(videos[0]["local_path"]) as response:
        while chunk := response.read(1 << 16):
            digest.update(chunk)
    print("fetched", videos[0]["video_id"], digest.hexdigest())
    return 0 if report["success"] and digest.hexdigest() == videos[0]["sha256"] else 1


if __name__ == "__main__":
    if len(sys.argv) != 3 or "CLIPYARD_KEY" not in os.environ:
        sys.exit("Set CLIPYARD_KEY and name a student: flow.py STUDENT USERNAME")
    sys.exit(main(sys.argv[1], sys.argv[2]))
