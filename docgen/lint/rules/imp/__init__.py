"""IMP: 版记, 抄送机关 and 印发."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
