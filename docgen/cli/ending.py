"""How the command ends, whatever happens: with an exit code and a letter, never with a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence

from docgen.cli import console
from docgen.cli.click_words import in_our_language
from docgen.diagnostics import DocgenError, Exit
from docgen.language import _
from docgen.world.interrupts import was_heard


def run_to_the_end(arguments: Sequence[str] | None) -> int:
    """The exit code of the command with these arguments (those of the process by default)."""
    console.set_up()
    with in_our_language():
        return _ended(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    from docgen.cli.commands import docgen

    code = docgen.main(arguments, prog_name="docgen", standalone_mode=False)
    sys.stdout.flush()
    return int(code or Exit.OK)


def _ended(run: Callable[[], int]) -> int:
    """The exit code of ``run``, whatever way it ends."""
    import click

    try:
        return run()
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except DocgenError as error:
        console.complain(error.problems)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except BrokenPipeError:
        # The reader went away (`docgen … | head`): nothing to say, and nothing more to be flushed at exit.
        _silence_stdout()
        return Exit.OK
    except OSError as error:
        if was_heard():
            return _interrupted()
        # Files are read and written elsewhere, with letters of their own: this is what the report is printed to.
        console.warn(_("the report cannot be printed: {reason}").format(reason=error.strerror or error))
        _silence_stdout()
        return Exit.MISSING
    except Exception:
        if was_heard():
            return _interrupted()
        import traceback

        console.own_up(traceback.format_exc())
        return Exit.BUG


def _interrupted() -> int:
    console.warn(_("interrupted; files that were not finished are as they were"))
    return Exit.INTERRUPTED


def _silence_stdout() -> None:
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
