#!/bin/sh
# Opens 이음 with its own Python: nothing of this system's Python or its settings takes part.
unset LD_LIBRARY_PATH LD_PRELOAD LD_AUDIT GCONV_PATH
here=$(PATH=/usr/bin:/bin:$PATH readlink -f -- "$0") && here=${here%/*}
exec "$here/runtime/bin/python3.13" -I -S -B -X utf8 "$here/app/start.py" terminal "$@"
