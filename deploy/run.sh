#!/usr/bin/env bash
# Starts Kizuna: builds when needed, starts database and server, prints the address. --help lists the options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/build.sh
build_when_needed
umask 077
exec "$KIZUNA_JAVA" -Xmx256m -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dkizuna.home="$PWD" \
  -cp "target/classes:target/launch/lib/*" org.kizuna.launch.Launch "$@"
