# Sourced by the scripts: finds Python, makes the environment in .venv, installs what is locked. Never run by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_REQUIRE_VIRTUALENV=1 PYTHONUNBUFFERED=1
venv=.venv

find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  echo "ocop needs Python 3.11 or later with venv (on Debian: apt-get install python3-venv)." >&2
  return 1
}

# prepare base|dev: installs the locked requirements once, and again when the lock has changed.
prepare() {
  local kind=$1 want have=""
  want="$kind $(cat requirements/*.txt pyproject.toml | sha256sum)"
  [ -f $venv/installed ] && have=$(cat $venv/installed)
  if [ "$have" != "$want" ] && [ "$have" != "dev ${want#* }" ]; then
    [ -x $venv/bin/python ] || "$(find_python)" -m venv $venv
    echo "Installing the locked requirements ($kind) …" >&2
    $venv/bin/python -m pip install --quiet --require-hashes -r requirements/build.txt -r "requirements/$kind.txt" >&2
    $venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable . >&2
    echo "$want" >$venv/installed
  fi
  export PATH="$PWD/$venv/bin:$PATH"
  python -m ocop.config.catalogues
}

# try_install PACKAGE …: installs Debian packages where that is allowed; fails quietly where it is not.
try_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  echo "Installing $* …" >&2
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
}
