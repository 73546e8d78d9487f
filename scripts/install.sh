#!/bin/sh
# Install what $1 locks into .venv, made with the first Python that is new enough.
set -eu

fail() {
    echo "$1" >&2
    exit 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

find_python() {
    without_pip=
    for python in python3.13 python3.14 python3.12 python3; do
        new_enough "$python" || continue
        if "$python" -c 'import ensurepip' 2>/dev/null; then
            echo "$python"
            return
        fi
        without_pip=$python
    done
    [ -z "$without_pip" ] ||
        fail "$without_pip comes without ensurepip, so .venv cannot be made; on Debian and Ubuntu get it with: apt install $without_pip-venv"
    fail "relmap needs Python 3.12 or newer and found none; install one so that python3.12, python3.13 or python3 starts it."
}

if ! new_enough .venv/bin/python; then
    python=$(find_python)
    "$python" -m venv --clear .venv
fi

log=.venv/$1.log
echo "Installing what $1 names ..."
# Most modules are never imported; those that are, Python compiles then.
.venv/bin/python -m pip install --disable-pip-version-check --no-input --retries 1 --timeout 20 \
    --no-compile --require-hashes --requirement "$1" >"$log" 2>&1 ||
    fail "The libraries in $1 could not be installed; is this machine online? What pip said is in $log."
