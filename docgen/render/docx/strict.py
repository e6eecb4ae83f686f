"""The strict environment that a Word template's tags are filled in with: sandboxed, escaping, no name left blank."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment, safe_range


def strict_environment() -> Environment:
    """As the shells have it, and an empty value (None) prints nothing, where Jinja would print ``None``."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printed)
    # docxtpl's tags need none of them, and a field may well be called "range" or "dict".
    environment.globals.clear()
    environment.globals["range"] = safe_range
    return environment


def _printed(value: Any) -> Any:
    return "" if value is None else value
