"""The benchmarks are scripts, which import each other by plain names: so do their own tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))  # last, so that no name of theirs hides another
