"""Write a file that others may have been reading, or kept, until now."""

from __future__ import annotations

from pathlib import Path


def write(path: Path, content: bytes | bytearray | memoryview) -> None:
    """Write a whole file or none: a full disk leaves what was there before.

    Raises OSError, which names the file itself.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        draft.unlink(missing_ok=True)
