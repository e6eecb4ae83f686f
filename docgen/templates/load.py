"""From ``form.yaml`` to a form, or to letters: all that is wrong with it, at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.strict_yaml import Reading, read_yaml
from docgen.sources.text_file import read_text
from docgen.sources.validation import in_order, letter_at, validate
from docgen.templates.agreement import form_problems
from docgen.templates.form_model import FormPlan
from docgen.templates.loaded import LoadedForm


def load_form(path: Path, folder_name: str | None = None) -> LoadedForm:
    """The form written in ``path``.

    ``folder_name`` is what its id must be, where the form was looked up by it. Raises DocgenError (exit
    code 4) with a letter for each fault.
    """
    try:
        return _load(path, folder_name)
    except DocgenError as error:
        raise DocgenError(error.problems, Exit.TEMPLATE) from None


def _load(path: Path, folder_name: str | None) -> LoadedForm:
    reading = read_yaml(read_text(path, "F"), str(path), "F")
    plan, problems = validate(FormPlan, reading, "F")
    problems = in_order(
        [*problems, *form_problems(reading.data, reading.sources), *_other_id(plan, folder_name, reading)]
    )
    if plan is None or problems:
        raise DocgenError(problems, Exit.TEMPLATE)
    form = LoadedForm(plan, reading.sources, path)
    return form if form.template_path is None else replace(form, template=_word_file(form.template_path, reading))


def _word_file(path: Path, reading: Reading) -> bytes:
    """The content of the Word file that the form is drawn in; whether its tags are right, ``render`` knows."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = _("{path} cannot be read: {reason}").format(path=path, reason=error.strerror or error)
        hint = _("save the Word file as .docx beside form.yaml")
        place = reading.sources.place(("docx",))
        letter = Problem(f"F{Code.WORD_FORM}", letter_at(("docx",), message), place, hint)
        raise DocgenError(letter, Exit.TEMPLATE) from error
    # Most forms are grids, and opening archives takes a while to load.
    from docgen.sources.word_file import require_word_file

    require_word_file(content, Place(str(path)))
    return content


def _other_id(plan: FormPlan | None, folder_name: str | None, reading: Reading) -> list[Problem]:
    if plan is None or folder_name in (None, plan.id):
        return []
    message = _('"{id}" is not the name of the form\'s folder').format(id=plan.id)
    place = reading.sources.place(("id",))
    return [Problem(f"F{Code.FORM_ID}", letter_at(("id",), message), place, did_you_mean("", [str(folder_name)]))]
