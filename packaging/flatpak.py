"""Lay out what flatpak-builder needs in dist/flatpak: the manifest, all wheels, the menu entry.

python3 packaging/flatpak.py
flatpak-builder --user --install build/flatpak dist/flatpak/APP_ID.json     nobody has run this yet

The sandbox gets no network: the program needs none, and all it is made of lies in dist/flatpak.
"""

from __future__ import annotations

import linux
import wheels
from product import APP_ID, BUILD, DIST, PACKAGING, emptied, environment, filled, run

FOLDER = DIST / "flatpak"
RUNTIME_PYTHON = "3.13"  # of the manifest's runtime


def main() -> None:
    """Write the manifest, fetch the wheels for the runtime's Python."""
    wheels.build()
    sources = emptied(FOLDER) / "sources"
    (FOLDER / f"{APP_ID}.json").write_text(filled(PACKAGING / "flatpak" / "manifest.json"), "utf-8")
    linux.install(sources)
    python = environment(BUILD / "flatpak-environment")
    run(python, "-m", "pip", "download", "--quiet", "--only-binary=:all:",
        f"--python-version={RUNTIME_PYTHON}", "--platform=manylinux_2_34_x86_64",
        "--platform=manylinux_2_28_x86_64", "--platform=manylinux2014_x86_64",
        "--dest", sources / "wheels", f"{wheels.WHEEL}[passphrase]")  # fmt: skip


if __name__ == "__main__":
    main()
