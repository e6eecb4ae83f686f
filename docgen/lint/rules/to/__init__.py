"""TO: 主送机关."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
