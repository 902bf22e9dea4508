#!/usr/bin/env bash
# Keeps a filled database of this version, so that later versions are tried on it: src/test/resources/migrated/NAME.
# What is in one stands in the README there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/build.sh

name="${1:?"deploy/dump.sh NAME, which is the version"}"
to="src/test/resources/migrated/$name"
[ ! -e "$to" ] || fail "There is a dump $to already."
build_when_needed
build test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dspotless.check.skip=true
work="$(mktemp -d "${TMPDIR:-/tmp}/kizuna-dump.XXXXXX")"
running=
trap 'stop; rm -rf "$work"' EXIT

stop() {
  [ -z "$running" ] || { kill "$running"; wait "$running" || true; }
  running=
}

start() {
  deploy/run.sh --port "${KIZUNA_DUMP_PORT:-8091}" --data "$work/data" >"$work/log" 2>&1 &
  running=$!
  until grep -q '^Stop with' "$work/log"; do
    kill -0 "$running" 2>/dev/null || fail "$(cat "$work/log")"
    sleep 1
  done
}

secret() {
  sed -n "s/^database.$1.password=//p" "$work/data/kizuna.properties"
}

start
printf 'Recording one of everything\n'
port="$(tr '\0' '\n' <"/proc/$(cat "$work/data/database.pid")/cmdline" | sed -n 's/^--port=//p')"
KIZUNA_DB_URL="jdbc:mysql://127.0.0.1:$port/kizuna" KIZUNA_DB_USER=kizuna_owner KIZUNA_DB_PASSWORD="$(secret owner)" \
  KIZUNA_DB_APP_USER=kizuna_app KIZUNA_DB_APP_PASSWORD="$(secret application)" \
  build failsafe:integration-test@in-container failsafe:verify@results -Dit.test=EveryStateContainerIT
stop
# so that dossiers are made in the background, and kept
export KIZUNA_DOSSIER_AT_ONCE=1
start
printf 'Writing %s\n' "$to"
"$KIZUNA_JAVA" -Dkizuna.home="$PWD" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.kizuna.endtoend.Dump "$work/data" "$to"
du -sh "$to"
