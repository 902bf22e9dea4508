#!/usr/bin/env bash
# Measures Kizuna beside its floor. --size S, M or L; --help tells the rest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/build.sh

size=S
with=
data=
jobs=()
users=()
while [ $# -gt 0 ]; do
  case "$1" in
    --size) size="${2:?}"; shift 2 ;;
    --with) with="${2:?}"; shift 2 ;;
    --users-seconds) users=(-Dkizuna.bench.users.seconds="${2:?}"); shift 2 ;;
    --data) data="${2:?}"; shift 2 ;;
    --job) jobs+=("${2:?}"); shift 2 ;;
    *)
      printf '%s\n' "deploy/bench.sh [--size S|M|L] [--with S] [--data FOLDER] [--job NAME] [--users-seconds N]" \
        "  --size  S: 1,000 partners and 100,000 journal rows; M: ten times, L: a hundred times as much" \
        "  --with  S first: what should be flat is compared with it (else with the last S that target/bench has)" \
        "  --users-seconds  how long three hundred people use it; else 60 at S, 120 at M, 300 at L" \
        "  --data  keeps the filled database there for the next time; else it is made anew and deleted" \
        "  --job   only jobs whose names begin so; may be given again" \
        "The table is printed, and written to target/bench as Markdown and JSON. What takes too long is given up and named."
      [ "$1" = --help ] && exit 0 || exit 1
      ;;
  esac
done
case "$size" in S | M | L) ;; *) fail "The size is S, M or L, not $size." ;; esac
case "$with" in "" | S) ;; *) fail "It is compared with S, not with $with." ;; esac

build_when_needed
if [ ! -d target/test-classes/org/kizuna/bench ] || [ ! -f target/bench.classpath ] \
  || [ -n "$(find src/test pom.xml -newer target/bench.classpath -print -quit)" ]; then
  build test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dspotless.check.skip=true
fi

# Fills and measures one size, over data that is kept or not.
measure() {
  folder="$2"
  if [ -z "$folder" ]; then
    folder="$(mktemp -d "${TMPDIR:-/tmp}/kizuna-bench.XXXXXX")"
    trap 'rm -rf "$folder"' EXIT
  fi
  "$KIZUNA_JAVA" -Xmx4g -Dkizuna.home="$PWD" ${users[@]+"${users[@]}"} \
    -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    org.kizuna.bench.Bench "$1" "$folder" target/bench ${jobs[@]+"${jobs[@]}"}
  [ -n "$2" ] || rm -rf "$folder"
}

[ -z "$with" ] || [ "$with" = "$size" ] || measure "$with" ""
measure "$size" "$data"
