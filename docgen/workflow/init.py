"""``docgen init``: a project that builds at once, with a made-up bureau to be replaced by one's own.

Nothing that exists is overwritten: either everything is laid out or nothing.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.workflow.schema import schema_text

SKELETON = Path(__file__).parent / "skeleton"

# Where it goes → its name in the skeleton, where names with a dot in front would be overlooked
FILES = {
    "README.md": "README.md",
    "data/shili/2024.yaml": "campaign.yaml",
    "templates/annexes/shili-recommendation/form.yaml": "form.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".editorconfig": "editorconfig",
    ".gitignore": "gitignore",
    ".github/workflows/notices.yml": "github.yaml",
    ".gitlab-ci.yml": "gitlab.yaml",
}


def lay_out(folder: Path) -> tuple[Path, ...]:
    """Writes the project into ``folder`` and returns its files.

    Raises ``DocgenError``: exit 3 naming every file that is there, exit 2 if the folder is not writable.
    """
    from docgen.world.files import write_all

    files = {target: (SKELETON / source).read_bytes() for target, source in FILES.items()}
    files["schemas/campaign.schema.json"] = schema_text("campaign").encode()
    files["schemas/form.schema.json"] = schema_text("form").encode()
    if existing := [_exists(folder / name) for name in files if (folder / name).exists()]:
        raise DocgenError(existing, Exit.CAMPAIGN)
    write_all(folder, files)
    return tuple(folder / name for name in files)


def next_steps(folder: Path) -> str:
    """What to do with a project just laid out."""
    enter = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    return _(
        "Next: `{enter}docgen build` makes the notice and its annex from data/shili/2024.yaml. "
        "The bureau there is made up: copy the file, make it yours, delete the example; "
        "README.md (in Chinese) tells how."
    ).format(enter=enter)


def _exists(path: Path) -> Problem:
    hint = _("nothing was written; move it away, or choose another folder")
    return Problem("C905", _("this is there already"), Place(str(path)), hint)
