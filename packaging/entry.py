"""Where the frozen program begins; everything else is in facegen_gui."""

from facegen_gui.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
