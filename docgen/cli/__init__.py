"""The command ``docgen``."""

import atexit
import gc
from collections.abc import Sequence

ENOUGH_OBJECTS = 100_000
"""New objects after which Python looks for garbage: importing makes many, of which none is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (those of the process by default) and returns its exit code."""
    gc.set_threshold(ENOUGH_OBJECTS, *gc.get_threshold()[1:])
    # Nor is it looked for once more in all that there is when the process ends: that takes longer than checking a page.
    atexit.register(gc.freeze)
    try:
        # Imported here, so that Ctrl-C is heard from the first moment on.
        from docgen.world.interrupts import listening

        with listening():
            from docgen.cli.ending import run_to_the_end

            return run_to_the_end(arguments)
    except KeyboardInterrupt:
        return 130
