"""Make the disk image for macOS: dist/workout-planner-VERSION-macos-ARCH.dmg.

python3 packaging/macos.py         on macOS, after packaging/bundle.py

Nobody has run this yet: see packaging/README.md. It signs nothing, so macOS asks before the first
start; with a developer's certificate, `codesign` and `notarytool` come between the two scripts.
"""

from __future__ import annotations

import os
import shutil
import sys

from product import BUILD, DIST, NAME, TITLE, VERSION, emptied, run

APP = DIST / f"{TITLE}.app"


def main() -> None:
    """Put the application and a way to /Applications on an image."""
    if not APP.is_dir():
        sys.exit(f"{APP} is not there: python3 packaging/bundle.py makes it, on macOS.")
    folder = emptied(BUILD / "dmg")
    shutil.copytree(APP, folder / APP.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    made = DIST / f"{NAME}-{VERSION}-macos-{os.uname().machine}.dmg"
    run(
        "hdiutil", "create", "-ov", "-volname", TITLE, "-srcfolder", folder, "-format", "UDZO", made
    )


if __name__ == "__main__":
    main()
