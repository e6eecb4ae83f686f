"""DOCNO: 发文字号, the notice's own and those it cites."""

from docgen.lint.rule import loaded
from docgen.lint.rules.docno import year_in_other_brackets

RULES = loaded(year_in_other_brackets)
