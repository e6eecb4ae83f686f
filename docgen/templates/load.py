"""From ``form.yaml`` to a form, or to letters: all that is wrong with it, at once."""

from __future__ import annotations

from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Problem, did_you_mean
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
    return LoadedForm(plan, reading.sources, path)


def _other_id(plan: FormPlan | None, folder_name: str | None, reading: Reading) -> list[Problem]:
    if plan is None or folder_name in (None, plan.id):
        return []
    message = _('"{id}" is not the name of the form\'s folder').format(id=plan.id)
    place = reading.sources.place(("id",))
    return [Problem(f"F{Code.FORM_ID}", letter_at(("id",), message), place, did_you_mean("", [str(folder_name)]))]
