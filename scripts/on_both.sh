#!/bin/sh
# Runs the tests on SQLite and on PostgreSQL at the same time: sh scripts/on_both.sh [ARGUMENTS OF PYTEST...]
# SQLite's report is printed as it goes and PostgreSQL's after it, so that the two never mix; progress of long tests
# (standard error) is printed as it goes from both. Fails when either fails. Ctrl-C or SIGTERM stops both tidily.
set -u
cd "$(dirname "$0")/.."

report=$(mktemp)
sqlite=""
postgres=""
stop() { # stop STATUS: tests/databases.py turns a termination into an orderly end, so that no server is left behind
  trap '' INT TERM HUP
  for run in $sqlite $postgres; do kill -TERM "$run" 2>/dev/null; done
  wait
  rm -f "$report"
  exit "$1"
}
trap 'stop 130' INT
trap 'stop 143' TERM
trap 'stop 129' HUP

.venv/bin/python -m pytest --database postgres "$@" >"$report" &
postgres=$!
.venv/bin/python -m pytest --database sqlite "$@" &
sqlite=$!

wait "$sqlite"
on_sqlite=$?
kill -0 "$postgres" 2>/dev/null && echo "== SQLite is done (status $on_sqlite); waiting for PostgreSQL"
wait "$postgres"
on_postgres=$?
echo "== PostgreSQL, run at the same time"
cat "$report"
rm -f "$report"
echo "== SQLite ended with status $on_sqlite, PostgreSQL with status $on_postgres"
[ "$on_sqlite" = 0 ] || exit "$on_sqlite"
exit "$on_postgres"
