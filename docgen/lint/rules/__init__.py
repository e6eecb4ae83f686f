"""All rules, group by group: the list that a reader, ``docgen explain`` and ``docgen check`` look at."""

from __future__ import annotations

from docgen.lint.rule import Loaded
from docgen.lint.rules import allow, att, date, docno, genre, head, imp, note, ref, sign, struct, title, to

RULES: tuple[Loaded, ...] = (
    *docno.RULES,
    *head.RULES,
    *title.RULES,
    *to.RULES,
    *sign.RULES,
    *date.RULES,
    *struct.RULES,
    *att.RULES,
    *ref.RULES,
    *note.RULES,
    *imp.RULES,
    *genre.RULES,
    *allow.RULES,
)

BY_CODE: dict[str, Loaded] = {one.rule.code: one for one in RULES}
BY_NAME: dict[str, Loaded] = {one.rule.name: one for one in RULES}
