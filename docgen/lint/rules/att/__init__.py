"""ATT: 附件, from the words that mention them to their own pages."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
