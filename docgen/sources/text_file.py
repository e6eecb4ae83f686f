"""A file's text: UTF-8, at most 5 MB, without characters that cannot be printed."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean, nearest
from docgen.language import _
from docgen.sources.codes import Code

LARGEST = 5_000_000
"""Bytes; the longest campaign has some 30 000."""
MOST_LETTERS = 20
"""So many control characters of a file are reported."""

WIDE_BRACES = re.compile(r"｛\s*｛|｝\s*｝|｛\s*[%％]|[%％]\s*｝")
TAG_SIGNS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|" + WIDE_BRACES.pattern)
"""What stands around tags and expressions. In a value it is refused: it may be a tag that went astray."""

# Tab and line breaks may stay. U+2028/9 would be line breaks to YAML and to nobody else; U+FEFF is invisible.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
LINE_BREAK = re.compile("\r\n|\r|\n")

_INSTEAD: ContextVar[Mapping[Path, bytes] | None] = ContextVar("instead", default=None)


def read_text(
    path: Path, letter: str = "C", named_at: Place | None = None, decoded: Callable[[bytes], str] | None = None
) -> str:
    """The text of a file, line breaks as ``\\n``, without a byte order mark.

    ``named_at`` is where another file names this one: a letter about a file that is not there points at it.
    ``decoded`` makes text of the file's bytes; by default it must be UTF-8.
    Raises DocgenError (the campaign's exit code) with every character that cannot stay.
    """
    try:
        text = (decoded or _decoded)(_bytes(path))
    except _Unread as fault:
        inner = Place(str(path), fault.line)
        place = inner if fault.line or named_at is None else named_at
        message = fault.message if place is inner else _('"{file}": {message}').format(file=path, message=fault.message)
        raise DocgenError(Problem(letter + str(fault.code), message, place, fault.hint), Exit.CAMPAIGN) from None
    if problems := control_problems(text, str(path), letter):
        raise DocgenError(problems, Exit.CAMPAIGN)
    return LINE_BREAK.sub("\n", text)


def read_any_text(path: Path) -> str:
    """The text of a file from elsewhere: UTF-16 and GB18030, as old editors write them, are read as well."""
    return read_text(path, decoded=_decoded_from_elsewhere)


@contextlib.contextmanager
def read_instead(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Inside, files (by their real path) have these contents, which nobody has written yet."""
    token = _INSTEAD.set(contents)
    try:
        yield
    finally:
        _INSTEAD.reset(token)


def control_problems(text: str, file: str, letter: str) -> tuple[Problem, ...]:
    """A letter for each character that cannot be printed, at most 20."""
    code = letter + str(Code.CONTROL_CHARACTER)
    found = (Problem(code, control_message(line) or "", place, _("delete it")) for line, place in _controls(text, file))
    return tuple(problem for problem, _number in zip(found, range(MOST_LETTERS), strict=False))


def tag_message(text: str) -> str | None:
    """What to say about a value in which braces stand as they do around tags; None where none do."""
    match = TAG_SIGNS.search(text)
    return None if match is None else _('"{sign}" is the sign of a tag').format(sign=match[0])


def control_message(text: str) -> str | None:
    """What to say about the first character of ``text`` that cannot be printed; None if all can."""
    match = None if text.isprintable() else CONTROL.search(text)
    if match is None:
        return None
    return _("the character U+{code} cannot be printed").format(code=f"{ord(match[0]):04X}")


def _controls(text: str, file: str) -> Iterator[tuple[str, Place]]:
    if not CONTROL.search(text):
        return
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        for match in CONTROL.finditer(line):
            yield match[0], Place(file, number, match.start() + 1)


class _Unread(Exception):  # noqa: N818 (a letter in the making; it never leaves this file)
    def __init__(self, code: Code, message: str, hint: str = "", line: int | None = None) -> None:
        self.code, self.message, self.hint, self.line = code, message, hint, line


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _Unread(Code.NOT_A_FILE, _("this is a folder, not a file"), _("name the file in it"))
        size = path.stat().st_size
        if size > LARGEST:
            megabytes = f"{size / 1e6:.1f}"
            raise _Unread(Code.TOO_LARGE, _("{size} MB is too much; at most 5 MB are read").format(size=megabytes))
        instead = _INSTEAD.get()
        return (instead.get(path.resolve()) if instead else None) or path.read_bytes()
    except FileNotFoundError:
        raise _Unread(Code.NO_FILE, _("there is no such file"), similar_name(path)) from None
    except PermissionError:
        raise _Unread(Code.UNREADABLE, _("you may not read this file"), _("ask its owner")) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise _Unread(Code.UNREADABLE, message) from None


def similar_name(path: Path) -> str:
    """A hint naming a file beside the missing one, if one is near."""
    try:
        beside = [other.name for other in path.parent.iterdir()]
    except OSError:
        return _("its folder does not exist either")
    guess = nearest(path.name, beside)
    return did_you_mean(path.name, beside) if guess else ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = _encoding(data)
        message = _("the file is not UTF-8")
        if name:
            message = _("the file is not UTF-8; it looks like {encoding}").format(encoding=name)
        raise _Unread(Code.NOT_UTF8, message, _("save it again with the encoding UTF-8"), line) from None


def _decoded_from_elsewhere(data: bytes) -> str:
    """``pdftotext`` ends pages by a form feed."""
    name = _encoding(data)
    return (data.decode(name.split()[0]) if name else _decoded(data)).replace("\f", " ")


def _encoding(data: bytes) -> str | None:
    """What a file that is not UTF-8 probably is."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for name in ("UTF-8", "UTF-16" if marked else "GB18030 (GBK)"):
        try:
            data.decode(name.split()[0])
        except UnicodeDecodeError:
            continue
        return None if name == "UTF-8" else name
    return None
