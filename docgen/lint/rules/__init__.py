"""All rules, group by group: the list that a reader, ``docgen explain`` and ``docgen check`` look at."""

from __future__ import annotations

from docgen.lint.rule import Loaded
from docgen.lint.rules import date, docno, head, sign, title, to

RULES: tuple[Loaded, ...] = (
    *docno.RULES,
    *head.RULES,
    *title.RULES,
    *to.RULES,
    *sign.RULES,
    *date.RULES,
)

BY_CODE: dict[str, Loaded] = {one.rule.code: one for one in RULES}
BY_NAME: dict[str, Loaded] = {one.rule.name: one for one in RULES}
