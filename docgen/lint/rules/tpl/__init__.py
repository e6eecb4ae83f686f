"""TPL: names and tags that are not what their author meant."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
