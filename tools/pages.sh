# Sourced by ./run and ./test: builds the web pages, or says in one sentence what is missing. Without them the program
# works all the same, and says so at its address.

build_pages() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "The web pages are left out: they need Node 20.19 or newer, and there is no 'node' with 'npm' on the PATH: https://nodejs.org." >&2
    return 1
  fi

  node web/build.mjs || { echo "The web pages are left out." >&2; return 1; }
}
