#!/bin/sh
# From nothing to a running demo: prints what each part took, then becomes the server.
# PORT, DATABASE_URL and DANGOL_HOME are respected. Ctrl-C or SIGTERM stops everything that was started.
set -eu
cd "$(dirname "$0")/.."

pages=""
log=$(mktemp)
tidy() { rm -f "$log"; [ -z "$pages" ] || kill "$pages" 2>/dev/null || true; }
trap tidy EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

now() { date +%s%N; }
began=$(now)
part=$began
took() { # took NAME: seconds since the part before
  at=$(now)
  printf '  %-13s %5d.%01d s\n' "$1" $(((at - part) / 1000000000)) $(((at - part) / 100000000 % 10))
  part=$at
}

echo "Dangol: from nothing to a running demo"
make .venv/.run
took environment

# The pages are built while the database is filled; neither needs the other.
make front locales >"$log" 2>&1 &
pages=$!
.venv/bin/dangol migrate >/dev/null
took database
.venv/bin/dangol demo --policy policies/shop.yaml
took "demo business"
wait "$pages" || { cat "$log" >&2; pages=""; exit 1; }
pages=""
took pages
rm -f "$log"
trap - EXIT INT TERM
exec .venv/bin/dangol serve --began "$began"
