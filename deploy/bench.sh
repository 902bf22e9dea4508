#!/usr/bin/env bash
# Measures Kizuna beside its floor. --size S, M or L; --help tells the rest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/build.sh

size=S
data=
jobs=()
while [ $# -gt 0 ]; do
  case "$1" in
    --size) size="${2:?}"; shift 2 ;;
    --data) data="${2:?}"; shift 2 ;;
    --job) jobs+=("${2:?}"); shift 2 ;;
    *)
      printf '%s\n' "deploy/bench.sh [--size S|M|L] [--data FOLDER] [--job NAME]" \
        "  --size  S: 1,000 partners and 100,000 journal rows; M: ten times, L: a hundred times as much" \
        "  --data  keeps the filled database there for the next time; else it is made anew and deleted" \
        "  --job   only jobs whose names begin so; may be given again" \
        "The table is printed, and written to target/bench as Markdown and JSON."
      [ "$1" = --help ] && exit 0 || exit 1
      ;;
  esac
done
case "$size" in S | M | L) ;; *) fail "The size is S, M or L, not $size." ;; esac

build_when_needed
if [ ! -d target/test-classes/org/kizuna/bench ] || [ ! -f target/bench.classpath ] \
  || [ -n "$(find src/test pom.xml -newer target/bench.classpath -print -quit)" ]; then
  build test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dspotless.check.skip=true
fi
if [ -z "$data" ]; then
  data="$(mktemp -d "${TMPDIR:-/tmp}/kizuna-bench.XXXXXX")"
  trap 'rm -rf "$data"' EXIT
fi
"$KIZUNA_JAVA" -Xmx4g -Dkizuna.home="$PWD" -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
  org.kizuna.bench.Bench "$size" "$data" target/bench ${jobs[@]+"${jobs[@]}"}
