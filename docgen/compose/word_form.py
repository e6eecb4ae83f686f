"""A form that a bureau drew in Word: its fields with their values, and the words that its tags may use.

What the form looks like is the Word file's; only what is filled in comes from here.
"""

from __future__ import annotations

from docgen.compose import dates
from docgen.compose.fields import chosen_of, field_of
from docgen.compose.title_lines import lines_of_title
from docgen.compose.words import Words
from docgen.document.tree import Field, WordForm
from docgen.templates.form_model import WordFieldPlan
from docgen.templates.loaded import LoadedForm


def word_form_of(form: LoadedForm, words: Words) -> WordForm:
    """The form; ``words`` knows the names of the campaign, ``unit`` among them if it is filled in for one."""
    plan = form.plan
    title = words.line(plan.title, ("title",))
    return WordForm(
        id=plan.id,
        title=lines_of_title(title, words, plan.title_lines, ("title_lines",)),
        fields=tuple(_field(field, index, words) for index, field in enumerate(plan.fields)),
        template=form.template,
        words=_words(title, words),
        file=str(form.template_path),
    )


def _field(plan: WordFieldPlan, index: int, words: Words) -> Field:
    loc = ("fields", index)
    field = field_of(plan, words.line(plan.label, (*loc, "label")), loc, words)
    if field.options:
        chosen_of(field, loc, words)
    return field


def _words(title: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What every tag may use, a unit or none."""
    names = words.names
    issued = names["issued"]
    return (
        ("title", title),
        ("year", str(names["year"])),
        ("number", str(names["number"])),
        ("issuer", names["issuer"]["name"]),
        ("issuer_short", names["issuer"]["short"]),
        ("issued", dates.full_date(issued) if issued else ""),
    )
