# Sourced by ./run and ./test: finds the .NET SDK, or says in one sentence what is missing.

sdk_wanted=10

require_sdk() {
  local version
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "Clipyard needs the .NET $sdk_wanted SDK, and there is no 'dotnet' on the PATH: install it from https://dot.net/download." >&2
    exit 1
  fi

  version=$(cd / && dotnet --list-sdks 2>/dev/null | sed -n "s/^\($sdk_wanted\.[0-9.]*\) .*/\1/p" | tail -n 1)
  if [ -z "$version" ]; then
    echo "Clipyard needs the .NET $sdk_wanted SDK; found: $(cd / && dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - | sed 's/^$/none/'). Install it from https://dot.net/download." >&2
    exit 1
  fi
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
