#!/bin/sh
# Makes .venv from the locked requirements and installs the program into it: tools/setup.sh runtime|saml|dev
#
# Needs any Python from 3.8 with venv and pip. That Python gets uv, pinned by hash, into .tools; uv does the rest,
# because it installs the same locks several times faster than pip and can fetch Python itself where it is missing.
set -eu
cd "$(dirname "$0")/.."

what=$1
wanted=$(cat .python-version)
uv=.tools/bin/uv
export UV_SYSTEM_CERTS=true # as pip does: a network with its own certificates has them in the system's store
# A Python that is fetched lies with the program, so that another user can run it; not in the home folder of who installs.
export UV_PYTHON_INSTALL_DIR="${UV_PYTHON_INSTALL_DIR:-$PWD/.tools/python}"

say() { printf '== %s\n' "$*"; }
give_up() { printf '%s\n' "$*" >&2; exit 1; }

# The first of the given commands that is a Python which passes the test (a Python expression over `v`).
first_python() {
    test=$1
    shift
    for candidate in "$@"; do
        if "$candidate" -c "import sys, venv, ensurepip; v = sys.version_info; sys.exit(not ($test))" 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# Every Python on the machine that could be asked; pyenv's own are found even when its shims are not on PATH.
candidates() {
    printf '%s\n' ${PYTHON:-} "python$wanted" python3 python
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python 2>/dev/null || true
}

is_wanted="'%d.%d' % v[:2] == '$wanted'"

install_uv() {
    any=$(first_python "v >= (3, 8)" $(candidates)) ||
        give_up "Found no Python from 3.8 with venv and pip. Install one, or name it: make setup PYTHON=/its/path"
    say "uv into .tools, with $any"
    "$any" -m venv --clear .tools
    .tools/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
        --require-hashes -r requirements/tools.txt
    touch .tools/stamp
}

make_venv() {
    python=$(first_python "$is_wanted" $(candidates)) || python=$wanted
    say "Python $wanted into .venv, from $python"
    "$uv" venv --quiet --clear --python "$python" .venv ||
        give_up "Found no Python $wanted and could not fetch one. Install it, or name it: make setup PYTHON=/its/path"
}

if [ ! .tools/stamp -nt requirements/tools.txt ]; then install_uv; fi
first_python "$is_wanted" .venv/bin/python >/dev/null || make_venv

# A developer's .venv stays one when only the runtime is asked for.
if [ -e .venv/dev.stamp ]; then what=dev; fi

say "locked packages ($what) into .venv"
# pyspark is published as source: it is built with the locked setuptools, which has to be there first.
"$uv" pip install --quiet --python .venv --require-hashes -r requirements/build.txt
"$uv" pip sync --quiet --python .venv --require-hashes --no-build-isolation \
    requirements/build.txt "requirements/$what.txt"

say "maaltal itself into .venv, as a link to src"
"$uv" pip install --quiet --python .venv --no-deps --no-build-isolation --editable .

touch .venv/runtime.stamp
if [ "$what" = dev ]; then touch .venv/dev.stamp; fi
