"""Where looks and forms are found: the project's ``templates/`` first, then those that come with docgen.

A campaign's own ``annexes/<id>/form.yaml``, beside the campaign, wins over both. Letters: T150 docgen's own
templates are missing, T151 an unknown look, T152 an unknown form.
"""

from __future__ import annotations

import re
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.templates.loaded import LoadedForm, Look

__all__ = ["LoadedForm", "Look", "TemplateFolders", "builtin_templates", "find_templates"]

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""What a look or form may be called: never a way out of the folder."""


def find_templates(project: Path) -> TemplateFolders:
    """The template folders of a project: its own, then docgen's."""
    own, builtin = project / "templates", builtin_templates()
    if not own.is_dir():
        return TemplateFolders((builtin,))
    return TemplateFolders((own,) if own.resolve() == builtin.resolve() else (own, builtin))


def builtin_templates() -> Path:
    """The looks and forms that come with docgen: in an installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "builtin" / "templates", package.parent / "templates"):
        if folder.is_dir():
            return folder
    message = _("docgen's own looks and forms are missing")
    raise DocgenError(Problem("T150", message, Place(str(package)), _("install docgen again")), Exit.TEMPLATE)


@dataclass(frozen=True)
class TemplateFolders:
    """Folders with ``notices/`` and ``annexes/``, in order of precedence."""

    roots: tuple[Path, ...]

    def look(self, name: str, place: Place | None = None) -> Look:
        """The look called ``name``, for which ``place`` asks. Raises DocgenError (exit code 4)."""
        folders = self._folders("notices")
        for folder in _named(folders, name):
            look = Look(name, folder)
            if look.shell.is_file() or look.page.is_file():
                return look
        message = _('there is no look "{name}"').format(name=name)
        raise _nowhere("T151", message, did_you_mean(name, self.looks()), folders, place)

    def form(self, name: str, campaign_folder: Path | None = None, place: Place | None = None) -> LoadedForm:
        """The form called ``name``, for which ``place`` asks.

        Raises DocgenError (exit code 4) if there is none, or with a letter for each of its faults.
        """
        from docgen.templates.load import load_form

        folders = self._folders("annexes", campaign_folder)
        for folder in _named(folders, name):
            if (folder / "form.yaml").is_file():
                return load_form(folder / "form.yaml", name)
        message = _('there is no form "{name}"').format(name=name)
        raise _nowhere("T152", message, did_you_mean(name, self.forms(campaign_folder)), folders, place)

    def looks(self) -> tuple[str, ...]:
        """The names of all looks."""
        return _names_in(self._folders("notices"), ("shell.docx", "page.typ"))

    def forms(self, campaign_folder: Path | None = None) -> tuple[str, ...]:
        """The names of all forms."""
        return _names_in(self._folders("annexes", campaign_folder), ("form.yaml",))

    def _folders(self, kind: str, campaign_folder: Path | None = None) -> tuple[Path, ...]:
        own = () if campaign_folder is None else (campaign_folder,)
        return tuple(root / kind for root in (*own, *self.roots))


def _named(folders: tuple[Path, ...], name: str) -> tuple[Path, ...]:
    """Where ``name`` may be; nowhere if it is no name."""
    return tuple(folder / name for folder in folders) if NAME.fullmatch(name) else ()


def _names_in(folders: tuple[Path, ...], files: tuple[str, ...]) -> tuple[str, ...]:
    found = {path.parent.name for folder in folders for file in files for path in folder.glob(f"*/{file}")}
    return tuple(sorted(found))


def _nowhere(code: str, message: str, hint: str, folders: tuple[Path, ...], place: Place | None) -> DocgenError:
    looked = _("{message} (looked for in {folders})")
    message = looked.format(message=message, folders=listed(str(folder) for folder in folders))
    return DocgenError(Problem(code, message, place, hint), Exit.TEMPLATE)
