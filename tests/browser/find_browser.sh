#!/bin/sh
# Make sure a Chromium is there for the browser tests: the system's own, Debian's package, or Playwright's build.
set -eu
for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell && exit 0
fi
"$1" -m playwright install chromium
