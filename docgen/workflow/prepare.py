"""A campaign made ready to be rendered: loaded, its look, forms and fonts found, its words composed.

All of this is quick, and needed anyway to know whether the files that exist are still the right ones.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.compose.words import Written
from docgen.diagnostics import DocgenError, Place, Problem
from docgen.document.tree import Notice
from docgen.frozen import dataclass
from docgen.language import _, ngettext
from docgen.templates.find import LoadedForm, Look, TemplateFolders, builtin_templates
from docgen.workflow.select import project_of


@dataclass(frozen=True)
class Prepared:
    """``inputs`` are all files that the documents depend on, by the name that the manifest gives them."""

    loaded: LoadedCampaign
    look: Look
    forms: Mapping[str, LoadedForm]
    notice: Notice
    inputs: Mapping[str, Path]


def prepare(path: Path, trace: list[Written] | None = None) -> Prepared:
    """The campaign at ``path``, composed; ``trace`` takes every text as it is written out.

    Raises ``DocgenError`` with all that is wrong (exit 3 or 4).
    """
    from docgen.campaign.load import load_campaign
    from docgen.compose import compose
    from docgen.templates.find import find_templates

    loaded = load_campaign(path)
    refuse_conflicts(loaded)
    project = project_of(path)
    look, forms = _templates(loaded, find_templates(project))
    notice = compose(loaded, forms, trace=trace)
    files = [*loaded.inputs, *(file for form in forms.values() for file in form.files), *_files_of(look)]
    return Prepared(loaded, look, forms, notice, _named(files, project))


def refuse_conflicts(loaded: LoadedCampaign) -> None:
    """Raises ``DocgenError`` (exit 3) naming every place where two texts stand for one thing: both would be printed."""
    message = _("two texts stand here for one thing, this bureau's and its superior's")
    hint = _("keep one of them, or make one of both, and delete the lines <<<<<<<, ======= and >>>>>>>")
    if loaded.conflicts:
        raise DocgenError(Problem("C906", message, place, hint) for place in loaded.conflicts)


def open_point(loaded: LoadedCampaign) -> tuple[Problem, ...]:
    """One warning for all that has still to be decided; empty if nothing has."""
    if not loaded.todos:
        return ()
    first, number = loaded.todos[0], len(loaded.todos)
    message = ngettext(
        "{n} TODO(docgen) is open, so every page is marked 草稿: {first}",
        "{n} TODO(docgen) are open, so every page is marked 草稿; the first: {first}",
        number,
    ).format(n=number, first=first.text)
    hint = _("decide it, then delete the comment")
    return (Problem("C907", message, Place(str(loaded.path), first.line), hint, "warning"),)


def checksums(inputs: Mapping[str, Path]) -> dict[str, str]:
    """Name → sha256 of the file's content, by name."""
    from docgen.workflow.manifest import sha256

    return {name: sha256(path.read_bytes()) for name, path in sorted(inputs.items())}


def _templates(loaded: LoadedCampaign, folders: TemplateFolders) -> tuple[Look, dict[str, LoadedForm]]:
    """The look and the forms that the campaign names; all that is wrong with any of them is said at once."""
    campaign, place = loaded.campaign, loaded.sources.place
    errors: list[DocgenError] = []
    forms: dict[str, LoadedForm] = {}
    with _gathered(errors):
        look = folders.look(campaign.look, place(("look",)))
    for index, use in enumerate(campaign.annexes):
        if use.form and use.form not in forms:
            with _gathered(errors):
                where = place(("annexes", index, "form"))
                forms[use.form] = folders.form(use.form, loaded.path.parent, where)
    if errors:
        raise _together(errors)
    return look, forms


@contextlib.contextmanager
def _gathered(errors: list[DocgenError]) -> Iterator[None]:
    """An error inside is put by."""
    try:
        yield
    except DocgenError as error:
        errors.append(error)


def _together(errors: list[DocgenError]) -> DocgenError:
    problems = dict.fromkeys(problem for error in errors for problem in error.problems)
    return DocgenError(problems, max(error.exit_code for error in errors))


def _files_of(look: Look) -> Iterator[Path]:
    """All in the look's folder; Word's lock files and editors' leavings are no part of a look."""
    files = (path for path in look.folder.rglob("*") if path.is_file())
    return (path for path in sorted(files) if not path.name.startswith((".", "~")))


def _named(files: list[Path], project: Path) -> dict[str, Path]:
    """The files by names that are the same on every machine, wherever project and docgen lie."""
    builtin = builtin_templates().resolve()
    names: dict[str, Path] = {}
    for file in (path.resolve() for path in files):
        if file.is_relative_to(project.resolve()):
            names[file.relative_to(project.resolve()).as_posix()] = file
        elif file.is_relative_to(builtin):
            names[f"docgen:{file.relative_to(builtin).as_posix()}"] = file
        else:
            names[file.as_posix()] = file
    return names
