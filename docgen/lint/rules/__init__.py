"""All rules, group by group: the list that a reader, ``docgen explain`` and ``docgen check`` look at."""

from __future__ import annotations

from docgen.lint.rule import Loaded
from docgen.lint.rules import (
    allow,
    att,
    contact,
    date,
    docno,
    docx,
    form,
    genre,
    head,
    imp,
    note,
    num,
    open_points,
    page,
    punc,
    quota,
    ref,
    roster,
    sign,
    struct,
    superior,
    time,
    title,
    to,
    tpl,
    value,
    word,
    year,
)

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
    *form.RULES,
    *page.RULES,
    *docx.RULES,
    *tpl.RULES,
    *time.RULES,
    *year.RULES,
    *superior.RULES,
    *quota.RULES,
    *roster.RULES,
    *contact.RULES,
    *value.RULES,
    *open_points.RULES,
    *num.RULES,
    *punc.RULES,
    *word.RULES,
    *allow.RULES,
)

BY_CODE: dict[str, Loaded] = {one.rule.code: one for one in RULES}
BY_NAME: dict[str, Loaded] = {one.rule.name: one for one in RULES}
