"""The command ``docgen``."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (those of the process by default) and returns its exit code."""
    try:
        # Imported here, so that Ctrl-C is heard from the first moment on.
        from docgen.world.interrupts import listening

        with listening():
            from docgen.cli.ending import run_to_the_end

            return run_to_the_end(arguments)
    except KeyboardInterrupt:
        return 130
