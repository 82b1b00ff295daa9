#!/usr/bin/env bash
# The whole test suite, from a fresh machine: installs what it needs, builds, runs everything (one project also as Debug), and ends with one line of counts.
#   ./test.sh                  build and test
#   ./test.sh --hosts          the same with the tests inside other programs, which are installed where they may be; plain ./test.sh skips those
#   ./test.sh --campaign SECONDS [SEED [NAME]]   build, then kills, full disks, damaged files and a soak, each for that long, or those of one name; figures in artifacts/campaign.md
#   ./test.sh --cuda-restore   restore and build the app with ONNX Runtime's CUDA packages instead (tests nothing)
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

packages=(libglfw3 libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libfontconfig1 fonts-inter fonts-dejavu-core fonts-droid-fallback xvfb xdotool imagemagick ffmpeg gcc libc6-dev zlib1g-dev cmake make pkg-config love strace)
hosts=()
case "${1:-}" in
  --cuda-restore)
    exec dotnet build src/Pix2Pix.Realtime.App -c Release -p:Accelerator=cuda ;;
  --campaign)
    [[ "${2:-}" =~ ^[1-9][0-9]*$ && "${3:-1}" =~ ^[0-9]+$ && "${4:-}" =~ ^[A-Za-z]*$ ]] ||
      { echo "test.sh: expected --campaign SECONDS [SEED [NAME]], two whole numbers and a word, found '${2:-}' '${3:-}' '${4:-}'" >&2; exit 2; }
    export PIX2PIX_CAMPAIGN_SECONDS=$2 PIX2PIX_CAMPAIGN_SEED=${3:-1}
    status=0
    projects=(App Training Native)
    for project in "${projects[@]}"; do
      dotnet build "tests/Pix2Pix.Realtime.$project.Tests" -c Release -v quiet -nologo -clp:NoSummary
    done
    # A project that has none of that name is no failure.
    for project in "${projects[@]}"; do
      dotnet test --project "tests/Pix2Pix.Realtime.$project.Tests" -c Release --no-build --no-progress -- --filter-class "*${4:-}Campaign" --ignore-exit-code 8 || status=$?
    done
    exit "$status" ;;
  --hosts)
    export PIX2PIX_HOSTS=1
    # The web page, the add-ons, the reference pages, training on several ranks, the Windows program by Wine.
    hosts=(chromium krita python3-pyqt5 blender python3-numpy doxygen openmpi-bin wine wine64 lld gcc-mingw-w64-x86-64-win32)
    # Node.js of another source than Debian's brings an npm of its own.
    command -v npm >/dev/null || hosts+=(npm) ;;
  "") ;;
  *) echo "test.sh: expected no argument, --hosts, --campaign SECONDS or --cuda-restore, found '$1'" >&2; exit 2 ;;
esac

# Installs what is missing of these packages, or says what to install.
install() {
  local missing=() package
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    echo "some tests will be skipped; for all of them: sudo apt-get install --no-install-recommends ${missing[*]}"
    return 0
  fi
  echo "installing: ${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install "${packages[@]}"
# Without another program its tests are skipped, and say so.
for host in "${hosts[@]}"; do
  install "$host" || echo "$host could not be installed; its tests will be skipped"
done

echo "building"
dotnet build Pix2Pix.Realtime.sln -c Release -v quiet -nologo -clp:NoSummary
# Once more as Debug, which checks for overflow and for driver objects that nobody disposed. Its analyzers have just run.
debug=tests/Pix2Pix.Realtime.Rendering.Tests
dotnet build "$debug" -c Debug -v quiet -nologo -clp:NoSummary -p:RunAnalyzers=false
mkdir -p artifacts
# The priority that training programs take for themselves: at a higher one the tests beside them would leave them a tenth of the processor, and wait for them.
niceness=10
status=0 passed=0 failed=0 skipped=0

# The runner's summary has a line a count, e.g. "  succeeded: 41"; it has none where nothing could be started.
count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1 | grep . || echo 0; }
run() {
  log=$1
  nice -n "$niceness" dotnet test "${@:2}" --no-build --no-progress 2>&1 | tee "$log" || status=$?
  passed=$((passed + $(count succeeded))) failed=$((failed + $(count failed))) skipped=$((skipped + $(count skipped)))
}

run artifacts/test.log --solution Pix2Pix.Realtime.sln -c Release
run artifacts/test-debug.log --project "$debug" -c Debug
echo "$passed passed, $failed failed, $skipped skipped"
((status == 0 && passed > 0))
