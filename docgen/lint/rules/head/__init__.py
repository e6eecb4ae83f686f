"""HEAD: 版头, what stands above the red line besides the issuer and the number."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
