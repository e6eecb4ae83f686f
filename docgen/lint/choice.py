"""Which rules are asked, and from which severity on a check fails: the command line, then ``docgen.toml``.

[check]                      in docgen.toml, or [tool.docgen.check] in pyproject.toml
select = ["DOCNO", "TIME"]   groups, codes or names; all rules if it is left out
ignore = ["WORD-003"]
fail-on = "warning"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean, nearest
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.lint.finding import SEVERITIES, Severity
from docgen.lint.listed import Listed
from docgen.lint.pattern import Pattern

_CODE = Pattern(r"[A-Za-z]+(-\d+)?")
KEYS = ("select", "ignore", "fail-on")


@dataclass(frozen=True)
class Choice:
    """``select`` is empty for all rules; ``fail_on`` is None for the default, error."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None

    def over(self, other: Choice) -> Choice:
        """This one, with what it does not say taken from ``other``; what is ignored adds up."""
        return replace(
            self,
            select=self.select or other.select,
            ignore=(*self.ignore, *other.ignore),
            fail_on=self.fail_on or other.fail_on,
        )


def chosen(rules: Sequence[Listed], choice: Choice) -> tuple[Listed, ...]:
    """The rules that are asked. Raises ``DocgenError`` (exit 2) for a word that is no rule and no group."""
    choice = replace(choice, select=_as_written(choice.select), ignore=_as_written(choice.ignore))
    groups = {one.code.partition("-")[0] for one in rules}
    known = {*groups, *(one.code for one in rules), *(one.name for one in rules)}
    wrong = [word for word in (*choice.select, *choice.ignore) if word not in known]
    if wrong:
        message = _('"{word}" is neither a rule nor a group of rules')
        problems = [Problem("U150", message.format(word=word), hint=rule_meant(word, rules)) for word in wrong]
        raise DocgenError(problems, Exit.USAGE)
    wanted = [one for one in rules if not choice.select or _is_named(one, choice.select)]
    return tuple(one for one in wanted if not _is_named(one, choice.ignore))


def rule_meant(word: str, rules: Sequence[Listed]) -> str:
    """A hint naming the nearest group, code or name; if none is near, the groups, as all rules would fill pages."""
    groups = list(dict.fromkeys(one.code.partition("-")[0] for one in rules))
    (written,) = _as_written([word])
    guess = nearest(written, [*groups, *(one.code for one in rules), *(one.name for one in rules)])
    if guess:
        return _("did you mean {guess}?").format(guess=guess)
    return _("groups are {groups}; docgen explain names all rules").format(groups=listed(groups))


def _as_written(words: Sequence[str]) -> tuple[str, ...]:
    """Codes and groups in capitals, names in small letters, however they were typed."""
    return tuple(word.upper() if _CODE.fullmatch(word) else word.lower() for word in words)


def _is_named(one: Listed, words: Sequence[str]) -> bool:
    return bool({one.code, one.name, one.code.partition("-")[0]} & set(words))


def choice_of(project: Path) -> Choice:
    """What ``docgen.toml`` or ``pyproject.toml`` in the project's folder says.

    Raises ``DocgenError`` (exit 2) for a file that is no TOML and for settings that are none.
    """
    for name, keys in (("docgen.toml", ("check",)), ("pyproject.toml", ("tool", "docgen", "check"))):
        file = project / name
        if file.is_file() and (table := _table(file, keys)) is not None:
            return _choice(table, file)
    return Choice()


def _table(file: Path, keys: Sequence[str]) -> Any:
    import tomllib

    try:
        table: Any = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(file, _("this is not TOML: {reason}").format(reason=error)) from None
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _choice(table: Any, file: Path) -> Choice:
    if not isinstance(table, dict):
        raise _refused(file, _("check is a table: write [check]"))
    for key in table:
        if key not in KEYS:
            raise _refused(file, _('check: there is no setting "{key}"').format(key=key), did_you_mean(key, KEYS))
    fail_on = table.get("fail-on")
    if fail_on is not None and fail_on not in SEVERITIES:
        message = _("check: fail-on is one of {known}").format(known=listed(SEVERITIES))
        raise _refused(file, message)
    return Choice(_words(table, "select", file), _words(table, "ignore", file), fail_on)


def _words(table: dict[str, Any], key: str, file: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise _refused(file, _('check: {key} is a list of texts: ["DOCNO", "TIME-004"]').format(key=key))
    return tuple(value)


def _refused(file: Path, message: str, hint: str = "") -> DocgenError:
    return DocgenError(Problem("U151", message, Place(str(file)), hint), Exit.USAGE)
