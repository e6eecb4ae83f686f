"""Writes the list of all rules, ``docgen/lint/rules/index.py``, from the files of the rules: ``make rules``.

``docgen check`` asks most rules nothing; by this list it knows which, without reading their files.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

RULES = Path(__file__).parent.parent / "docgen/lint/rules"
INDEX = RULES / "index.py"

HEAD = '''\
"""All rules in order, a call for each. Written by tools/rule_index.py: ``make rules``."""

from docgen.lint.listed import Listed

# ruff: noqa: E501 - a rule a line
# fmt: off
RULES = (
'''


def main() -> int:
    if not INDEX.exists():
        INDEX.write_text(HEAD + ")\n", encoding="utf-8")
    INDEX.write_text(index_text(), encoding="utf-8")
    return 0


def index_text() -> str:
    """What the file should be."""
    return HEAD + "".join(_call(file) for file in files()) + ")\n"


def files() -> Iterator[str]:
    """The rules' files below the folder, with dots: docno.year_in_other_brackets."""
    # Read as text, since what the package itself holds is the list that is to be written.
    for group in _literal(RULES / "__init__.py", "GROUPS"):
        yield from (f"{group}.{name}" for name in _literal(RULES / group / "__init__.py", "FILES"))


def _call(file: str) -> str:
    rule = importlib.import_module(f"docgen.lint.rules.{file}").RULE
    words = [_words(value) for value in (rule.code, rule.name, rule.severity, file)]
    words += [f"{name}={_tuple(value)}" for name in ("needs", "wants") if (value := getattr(rule, name))]
    return f"    Listed({', '.join(words)}),\n"


def _tuple(values: tuple[str, ...]) -> str:
    return f"({', '.join(map(_words, values))}{',' if len(values) == 1 else ''})"


def _words(text: str) -> str:
    plain = repr(text)
    return f'"{plain[1:-1]}"' if '"' not in text and "'" not in text else plain


def _literal(file: Path, name: str) -> tuple[str, ...]:
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and [ast.unparse(one) for one in statement.targets] == [name]:
            value: tuple[str, ...] = ast.literal_eval(statement.value)
            return value
    raise SystemExit(f"{file}: {name} is missing")


if __name__ == "__main__":
    sys.exit(main())
