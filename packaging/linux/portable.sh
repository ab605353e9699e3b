#!/bin/sh
# Keeps settings, library, pictures and logs in the folder `profile` beside the program.
here=$(dirname "$(readlink -f "$0")")
exec "$here/facegen-gui" --profile "$here/profile" "$@"
