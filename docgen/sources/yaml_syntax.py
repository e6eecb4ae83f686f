"""Where a text is not YAML: what the author most likely did, and what would do.

The parser's own words are for programmers; its place and a look at the line tell an author more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import yaml

from docgen.diagnostics import Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.yaml_nodes import full_width_colon, jinja_hint


@dataclass(frozen=True)
class Look:
    """What the letter is made from: the parser's complaint, the line it stopped at, the column (from 0)."""

    complaint: str
    line: str
    column: int

    @property
    def at_the_start(self) -> bool:
        """Whether nothing but spaces stands before the place."""
        return not self.line[: self.column].strip()

    @property
    def character(self) -> str:
        """The character at the place."""
        return self.line[self.column : self.column + 1]


Said = tuple[str, str]
"""Message and hint."""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, letter: str) -> Problem:
    """The letter about a text that is not YAML."""
    lines = text.split("\n")
    complaint = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    # Of what is never closed or finished, the author wants to know where it begins.
    if error.context_mark and (mark is None or re.search(r"flow|quoted|alias|anchor|tag|simple key", complaint)):
        mark = error.context_mark
    assert mark is not None
    number = min(mark.line, len(lines) - 1)
    column = mark.column if number == mark.line else len(lines[number])
    look = Look(complaint, lines[number], column)
    return _by_look(look, lines, number, file, letter) or _by_complaint(look, number, file, letter)


def _by_look(look: Look, lines: list[str], number: int, file: str, letter: str) -> Problem | None:
    """Faults that are seen at once, whatever the parser complains about."""
    if "\t" in (indent := look.line[: len(look.line) - len(look.line.lstrip())]):
        place = Place(file, number + 1, indent.index("\t") + 1)
        message = _("a tab stands at the start of the line")
        return Problem(f"{letter}{Code.TAB}", message, place, _("use spaces"))
    for at, (pattern, say) in itertools.product((number, number - 1), SEEN):
        if at >= 0 and (match := re.search(pattern, lines[at])):
            message, hint = say()
            return Problem(f"{letter}{Code.SYNTAX}", message, Place(file, at + 1, match.start(1) + 1), hint)
    return _line_above(look, lines, number, file, letter)


def _line_above(look: Look, lines: list[str], number: int, file: str, letter: str) -> Problem | None:
    """A key stands where none can, because the line above is no key or has its value already."""
    first_colon = "mapping values" in look.complaint and ":" not in look.line[: look.column]
    if not first_colon or number == 0:
        return None
    if re.search(r":\s", lines[number - 1]):
        message = _("the key above has a value already, nothing can stand below it")
        hint = _("begin this line in the same column as the key above")
        return Problem(f"{letter}{Code.SYNTAX}", message, Place(file, number + 1, 1), hint)
    message = _("the line has no key: a word, a colon, a space")
    return Problem(f"{letter}{Code.SYNTAX}", message, Place(file, number, 1), _('write "key: value"'))


def _by_complaint(look: Look, number: int, file: str, letter: str) -> Problem:
    place = Place(file, number + 1, look.column + 1)
    for part, say in COMPLAINTS:
        if part in look.complaint:
            message, hint = say(look)
            return Problem(f"{letter}{Code.SYNTAX}", message, place, hint)
    return Problem(f"{letter}{Code.SYNTAX}", _("this cannot be read as YAML"), place, in_quotes())


def _braces() -> Said:
    return _("to YAML, {braces} opens a mapping").format(braces="{{"), jinja_hint()


def _full_width_comma() -> Said:
    return _("a full-width comma stands between two keys"), _('write "," and a space')


def _full_width_bracket() -> Said:
    return _("a full-width bracket opens a list or a mapping"), _("write [ ] or {braces}").format(braces="{ }")


SEEN: tuple[tuple[str, Callable[[], Said]], ...] = (
    (r"[:-] +(\{\{)", _braces),
    (r"^ *(?:- +)?[A-Za-z_]\w*(：)", full_width_colon),
    (r"[{,].*?(，)\s*[A-Za-z_]\w*: ", _full_width_comma),
    (r"[:-] +([｛［])", _full_width_bracket),
)
"""What is at fault wherever it stands in a line that is not YAML, and what is said of it."""


def in_quotes() -> str:
    """The hint that helps most."""
    return _("put the whole value in quotes")


def _no_key(look: Look) -> Said:
    message = _('the line is neither "key: value" nor part of the text above it')
    return message, _("indent it if it belongs to the text above; put a space behind the colon of a key")


def _wrong_column(look: Look) -> Said:
    if not look.at_the_start:
        return _("something stands behind the end of the value"), in_quotes()
    message = _("the line is indented in another way than its neighbours")
    return message, _("what belongs together begins in the same column, a text below | further in")


def _second_colon(look: Look) -> Said:
    return _("a second colon stands in the line"), in_quotes()


def _bad_start(look: Look) -> Said:
    return _('a value cannot begin with "{sign}"').format(sign=look.character), in_quotes()


def _open_quote(look: Look) -> Said:
    return _("the quotation mark that opens here is never closed"), ""


def _open_list(look: Look) -> Said:
    return _("the list that begins here is not closed, or lacks a comma"), _closing("]", look)


def _open_mapping(look: Look) -> Said:
    return _("the mapping that begins here is not closed, or lacks a comma"), _closing("}", look)


def _closing(bracket: str, look: Look) -> str:
    if bracket in look.line[look.column :]:
        return _('put "," and a space between the entries')
    return _('close it with "{bracket}"').format(bracket=bracket)


def _escape(look: Look) -> Said:
    return _("\\ has a meaning of its own in double quotes"), _("use single quotes")


def _list_in_line(look: Look) -> Said:
    return _("a list begins on a line of its own"), in_quotes()


def _block_text(look: Look) -> Said:
    return _("a text below | or > begins on the next line, indented"), ""


def _close_colon(look: Look) -> Said:
    return _("a colon within brackets needs a space behind it"), in_quotes()


def _no_value(look: Look) -> Said:
    return _("a value is missing here"), in_quotes()


COMPLAINTS: tuple[tuple[str, Callable[[Look], Said]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_key),
    ("sequence entries are not allowed", _list_in_line),
    ("unexpected end of stream", _open_quote),
    ("unexpected document indicator", _open_quote),
    ("escape", _escape),
    ("flow sequence", _open_list),
    ("flow mapping", _open_mapping),
    ("cannot start any token", _bad_start),
    ("scanning an alias", _bad_start),
    ("scanning an anchor", _bad_start),
    ("a tag", _bad_start),
    ("block scalar", _block_text),
    ("plain scalar", _close_colon),
    ("node content", _no_value),
    ("did not find expected key", _wrong_column),
    ("expected <block end>", _wrong_column),
    ("expected '-' indicator", _wrong_column),
)
"""A part of the parser's complaint, in libyaml's words or PyYAML's own, and who answers it."""
