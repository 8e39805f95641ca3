"""Where the program starts in the folder that runs without Python."""

import sys

from planner.__main__ import main

sys.exit(main())
