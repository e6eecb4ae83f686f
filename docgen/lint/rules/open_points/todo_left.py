"""文件中不留没有办完的 TODO(docgen)。

docgen new 做下一年的文件时，把须由人决定的事项（文号、日期、名额）以 # TODO(docgen) 标在该处。办完一项，删去一
条；一条未删，成品就带“草稿”字样，也不能送签。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="OPEN-001",
    name="todo-left",
    title="不留没有办完的 TODO(docgen)",
    severity="error",
    tier="技术",
    source="docgen",
    bad="issued: 2026-03-05  # TODO(docgen) 成文日期：签发时填写",
    good="issued: 2026-03-05",
    wants=("campaign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Each comment that docgen new left."""
    if reading.loaded is None:
        return
    for todo in reading.loaded.todos:
        message = _("still to be decided: {what}").format(what=todo.text)
        yield at(Place(str(reading.loaded.path), todo.line), message, _("decide it, then delete the comment"))
