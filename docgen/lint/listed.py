"""A rule as the list of all rules has it: enough to know whether it is asked, without reading its file.

Most rules have nothing to say about most notices. Those that cannot have are told by what they need; their files, and
the patterns in them, are never read.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, Any

from docgen.frozen import dataclass

if TYPE_CHECKING:
    from docgen.lint.finding import Severity
    from docgen.lint.rule import Check, Rule, Want


@dataclass(frozen=True)
class Listed:
    """``file``: where it is below ``docgen.lint.rules``; the other facts are the rule's own (``docgen.lint.rule``)."""

    code: str
    name: str
    severity: Severity
    file: str
    needs: tuple[str, ...] = ()
    wants: tuple[Want, ...] = ()

    @property
    def rule(self) -> Rule:
        """All facts of the rule."""
        rule: Rule = self._module.RULE
        return rule

    @property
    def check(self) -> Check:
        """What it does."""
        check: Check = self._module.check
        return check

    @property
    def page(self) -> str:
        """What ``docgen explain`` prints."""
        return self._module.__doc__ or ""

    @functools.cached_property
    def _module(self) -> Any:
        return importlib.import_module(f"docgen.lint.rules.{self.file}")
