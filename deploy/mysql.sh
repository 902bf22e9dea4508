# Sourced by test.sh: a MySQL 9 server to test against, from Debian's unstable suite in a folder of its own.

MYSQL_ROOT="${XDG_CACHE_HOME:-$HOME/.cache}/kizuna/mysql-9"
MYSQL_PID=
MYSQL_DATA=

# Sets MYSQL_URL, MYSQL_USER and MYSQL_PASSWORD; says why when there is none.
mysql_start() {
  if [ -n "${KIZUNA_TEST_MYSQL_URL:-}" ]; then
    MYSQL_URL=$KIZUNA_TEST_MYSQL_URL
    MYSQL_USER=${KIZUNA_TEST_MYSQL_USER:-root}
    MYSQL_PASSWORD=${KIZUNA_TEST_MYSQL_PASSWORD:-}
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    printf 'Setting up MySQL 9 needs root; name a server with KIZUNA_TEST_MYSQL_URL instead.\n' >&2
    return 1
  fi
  mysql_install || return 1
  local data port log
  data=$(mktemp -d "$MYSQL_ROOT/tmp/data.XXXXXX")
  port=$(free_port)
  log=$PWD/target/mysql.log
  MYSQL_DATA=$data
  local inside=${data#"$MYSQL_ROOT"}
  if ! (mysql_run --initialize-insecure --datadir="$inside") > "$log" 2>&1; then
    printf 'MySQL could not make its data folder; see %s\n' "$log" >&2
    return 1
  fi
  mysql_run --datadir="$inside" --port="$port" --bind-address=127.0.0.1 --socket="$inside/s" --pid-file="$inside/pid" \
    --mysqlx=OFF --secure-file-priv=NULL >> "$log" 2>&1 &
  MYSQL_PID=$!
  if ! mysql_wait "$log"; then
    printf 'MySQL did not start; see %s\n' "$log" >&2
    mysql_stop
    return 1
  fi
  MYSQL_URL=jdbc:mysql://127.0.0.1:$port/kizuna
  MYSQL_USER=root
  MYSQL_PASSWORD=
}

mysql_install() {
  [ -x "$MYSQL_ROOT/usr/sbin/mysqld" ] && return 0
  install_packages debootstrap || return 1
  printf 'Fetching MySQL 9 (once, about half a minute)\n'
  local partial=$MYSQL_ROOT.partial
  rm -rf "$partial"
  mkdir -p "$(dirname "$partial")" target
  if ! debootstrap --variant=minbase --include=mysql-server-core sid "$partial" > target/debootstrap.log 2>&1; then
    printf 'Fetching failed; see target/debootstrap.log\n' >&2
    return 1
  fi
  mv "$partial" "$MYSQL_ROOT"
}

# Takes the place of the shell that calls it. In a mount namespace of its own, so that nothing stays mounted in the folder when it ends.
mysql_run() {
  # shellcheck disable=SC2016
  exec unshare --mount sh -c \
    'mount -t proc proc "$0/proc" 2>/dev/null; exec chroot "$0" /usr/sbin/mysqld --no-defaults --user=root "$@"' \
    "$MYSQL_ROOT" "$@"
}

mysql_wait() {
  local line
  while read -r -t 60 line; do
    [[ $line == *"ready for connections"*"port: "[1-9]* ]] && return 0
  done < <(tail -n +1 -F --pid="$MYSQL_PID" "$1" 2>/dev/null)
  return 1
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s' "$port"
}

mysql_stop() {
  [ -n "$MYSQL_PID" ] || return 0
  kill "$MYSQL_PID" 2>/dev/null || true
  wait "$MYSQL_PID" 2>/dev/null || true
  MYSQL_PID=
  rm -rf "$MYSQL_DATA"
}
