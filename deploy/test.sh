#!/usr/bin/env bash
# Everything a change must pass, and the count of its tests at the end. Installs what is missing, or says how.
#
# --all: also the tests that take long: every step, download and control in the browser, paper, forged requests, other
# users, migration, servers that are killed and transactions that are cut off.
#
# A MySQL 9 server of one's own can be named with KIZUNA_TEST_MYSQL_URL, KIZUNA_TEST_MYSQL_USER and
# KIZUNA_TEST_MYSQL_PASSWORD; otherwise one is set up in ~/.cache/kizuna, which needs root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/build.sh
. deploy/mysql.sh

say() {
  printf '\n== %s\n' "$*"
}

# The packages of Debian that are missing, installed with apt.
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null 2>&1 || { printf 'Please install: %s\n' "${missing[*]}" >&2; return 1; }
  [ "$(id -u)" -eq 0 ] || { printf 'Please run: sudo apt-get install %s\n' "${missing[*]}" >&2; return 1; }
  printf 'Installing %s\n' "${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Adds up the reports of all runs and closes with their count.
count() {
  sed -n 's/^<testsuite [^>]* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2 \3 \4/p' \
    <(cat target/surefire-reports/TEST-*.xml target/failsafe-reports*/TEST-*.xml 2>/dev/null | tr '\n' ' ' | sed 's/<testsuite /\n&/g') \
    | awk '{ tests += $1; bad += $2 + $4; skipped += $3 } END { printf "%d %d %d\n", tests, bad, skipped }'
}

maven() {
  mvn -B -ntp "$@" 2>&1 | tee -a target/test.log \
    | grep --line-buffered -E '^\[INFO\] (--- |Running |Tests run: .*in |BUILD)|^\[(ERROR|WARNING)\]|Tests run:.*(FAIL|ERR)'
}

find_jdk
failed=()
rm -rf target/surefire-reports target/failsafe-reports*
mkdir -p target
: > target/test.log

say "Browser"
install_packages chromium chromium-driver fonts-noto-cjk || failed+=("the browser is missing, so its tests did not run")

say "Formatting, compiling, unit tests, tests in the server on the built-in database, tests from outside"
profile=-Pbrowser
[ "${1:-}" != --all ] || profile=-Pall
[ ${#failed[@]} -eq 0 ] || profile=
maven verify $profile || failed+=("the build or its tests")

say "Bill of materials"
timeout 300 mvn -B -ntp org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeBom -DoutputDirectory=target \
  -DoutputName=kizuna-sbom >> target/test.log 2>&1 || printf '!! The bill of materials could not be made; see target/test.log\n' >&2

say "The tests in the server again, on MySQL 9"
trap mysql_stop EXIT
if mysql_start; then
  KIZUNA_DB_URL=$MYSQL_URL KIZUNA_DB_USER=$MYSQL_USER KIZUNA_DB_PASSWORD=$MYSQL_PASSWORD \
    maven -Dreports=failsafe-reports-mysql failsafe:integration-test@in-container failsafe:verify@results \
    || failed+=("the tests on MySQL 9")
  KIZUNA_DB_URL=$MYSQL_URL KIZUNA_DB_USER=$MYSQL_USER KIZUNA_DB_PASSWORD=$MYSQL_PASSWORD \
    maven -Dreports=failsafe-reports-mysql-outside -Dit.test=PartitionedJournalEndToEndIT,PagePlansEndToEndIT,MigrationEndToEndIT \
    failsafe:integration-test@end-to-end failsafe:verify@results || failed+=("the tests from outside on MySQL 9")
  mysql_stop
elif [ -n "${CI:-}" ]; then
  failed+=("no MySQL 9 server could be had")
else
  printf '\n!! No MySQL 9 server could be had: what holds on the built-in database was NOT tried on MySQL.\n' >&2
fi

read -r tests bad skipped < <(count)
say "Result"
for part in "${failed[@]}"; do
  printf 'Failed: %s\n' "$part"
done
[ "$bad" -gt 0 ] || [ ${#failed[@]} -eq 0 ] || bad=${#failed[@]}
[ "$tests" -gt 0 ] || bad=1
printf 'The whole log is target/test.log, the reports are target/surefire-reports and target/failsafe-reports*.\n'
printf '%d passed, %d failed%s\n' "$((tests - bad - skipped))" "$bad" "$([ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped")"
[ "$bad" -eq 0 ]
