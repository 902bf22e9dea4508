# Sourced by the other scripts: finds the JDK and builds what is missing or older than its sources.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    KIZUNA_JAVA="$JAVA_HOME/bin/java"
  elif command -v javac >/dev/null 2>&1; then
    KIZUNA_JAVA="$(command -v java)"
  else
    fail "Kizuna needs a JDK 17 or newer and found none; on Debian: apt install openjdk-17-jdk-headless."
  fi
  local version
  version="$("$KIZUNA_JAVA" -XX:-UsePerfData -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')"
  [ "${version%%.*}" -ge 17 ] || fail "Kizuna needs a JDK 17 or newer, and $KIZUNA_JAVA is version $version."
  command -v mvn >/dev/null 2>&1 || fail "Kizuna is built with Maven 3.8 or newer, and mvn was not found; on Debian: apt install maven."
}

# Prints what Maven is doing, one line for each plugin that runs.
build() {
  local log=target/build.log
  if ! mkdir -p target 2>/dev/null || [ ! -w target ]; then
    fail "Kizuna is not built as its sources stand and $(id -un) may not write to $PWD/target; ask whose it is to run deploy/run.sh there once."
  fi
  printf 'Building Kizuna (the first time this fetches the server and takes some minutes)\n' >&2
  if ! mvn -B -ntp "$@" 2>&1 | tee "$log" | sed -un 's/^\[INFO\] --- \([a-z-]*\):[^:]*:\([a-zA-Z-]*\).*/  \1 \2/p' >&2; then
    grep '^\[ERROR\]' "$log" | head -20 >&2
    fail "The build failed; the whole log is $log."
  fi
}

build_when_needed() {
  find_jdk
  # the server is provisioned once; what is put into it has its sources here
  if [ -d target/server ] && [ -n "$(find config/wildfly pom.xml -newer target/server -print -quit)" ]; then
    rm -rf target/server
  fi
  if [ ! -f target/kizuna.war ] || [ ! -d target/server ] || [ ! -d target/launch/lib ] || [ ! -x target/mariadb/bin/mariadbd ] \
    || [ -n "$(find src/main config pom.xml -newer target/kizuna.war -print -quit)" ]; then
    build package -Dmaven.test.skip=true -Dspotless.check.skip=true
  fi
}
