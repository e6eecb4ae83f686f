"""All rules, group by group. Each is a file of its group's folder; ``index`` lists them without reading those files.

A new rule is named in ``FILES`` of its group; then ``make rules`` writes it into the index.
"""

from docgen.lint.rules.index import RULES

GROUPS = (
    "docno",
    "head",
    "title",
    "to",
    "sign",
    "date",
    "struct",
    "att",
    "ref",
    "note",
    "imp",
    "genre",
    "form",
    "page",
    "docx",
    "tpl",
    "time",
    "year",
    "superior",
    "quota",
    "roster",
    "contact",
    "value",
    "open_points",
    "num",
    "punc",
    "word",
    "allow",
)

BY_CODE = {one.code: one for one in RULES}
BY_NAME = {one.name: one for one in RULES}

__all__ = ["BY_CODE", "BY_NAME", "GROUPS", "RULES"]
