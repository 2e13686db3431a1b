#!/bin/sh
# Says at once what the build lacks on this machine, instead of failing in the middle.
# Node and npm run the validators of the spec and the real JavaScript clients, Python 3 the real Python client.

fail() {
    echo "Lookout's build needs $1. Building without its tests (mvn -DskipTests package) does not." >&2
    exit 1
}

command -v node >/dev/null 2>&1 || fail "Node 20+, and there is no node on the PATH"
version=$(node --version)
major=${version#v}
major=${major%%.*}
[ "$major" -ge 20 ] 2>/dev/null || fail "Node 20+, and node on the PATH is $version"
command -v npm >/dev/null 2>&1 || fail "npm, which comes with Node, and there is none on the PATH"
command -v python3 >/dev/null 2>&1 || fail "Python 3, and there is no python3 on the PATH"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || fail "Python 3.9+, and python3 on the PATH is $(python3 --version)"
