#!/bin/sh
# A desktop session with a keyring of its own: unlocked, locked, or with no keyring at all.
# usage: keyring_session.sh HOME MODE COMMAND...   (run inside dbus-run-session)
set -eu
HOME=$1; export HOME
mode=$2
shift 2
mkdir -p "$HOME"
unset XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME DISPLAY WAYLAND_DISPLAY
case $mode in
  unlocked) printf 'login' | gnome-keyring-daemon --unlock --components=secrets >"$HOME/daemon" 2>&1 ;;
  locked)   gnome-keyring-daemon --start --components=secrets >"$HOME/daemon" 2>&1 </dev/null ;;
esac
exec "$@"
