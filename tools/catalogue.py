"""The Chinese messages: collects what docgen says into docgen.pot, brings docgen.po up to it, compiles docgen.mo.

    make catalogue          translate what it names as missing in docgen.po, then once more

Only words are kept, no line numbers and no dates, so that the files change when a message changes and at no other
time. A message that is no longer said is dropped; a new one is never guessed from an old one (no fuzzy entries).
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "docgen" / "locale"
POT = LOCALE / "docgen.pot"
PO = LOCALE / "zh_CN" / "LC_MESSAGES" / "docgen.po"
MO = PO.with_suffix(".mo")

KEYWORDS = {"_": 1, "ngettext": 2}
"""How the source marks messages, ``_("…")`` and ``ngettext("…", "…", n)``, and how many texts each takes."""

HEADER = """\
# What docgen says, in English and 简体中文. One word for one thing: the glossary is in CONTRIBUTING.md.
# Messages come from the source by `make catalogue`; only msgstr is written by hand."""


def main() -> int:
    """Writes the three files; 1 if a translation is missing."""
    template = collected()
    catalogue = updated(template)
    PO.parent.mkdir(parents=True, exist_ok=True)
    POT.write_text(as_text(template), encoding="utf-8", newline="\n")
    PO.write_text(as_text(catalogue), encoding="utf-8", newline="\n")
    MO.write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    print(f"{len(catalogue) - len(missing)} of {len(catalogue)} messages are in Chinese")
    for message in missing:
        print(f"missing: {message.id!r} ({', '.join(file for file, _line in message.locations)})", file=sys.stderr)
    return 1 if missing else 0


# ---------------------------------------------------------------- what docgen says


@dataclass(frozen=True)
class Marked:
    """A marked text in the source: ``texts`` has one, or singular and plural; it is empty if they are no literals."""

    file: str
    line: int
    texts: tuple[str, ...]


def marked_in(source: str, file: str) -> Iterator[Marked]:
    """Every marked text of a file, in reading order.

    From the syntax tree, because what Babel's own reader sees within an f-string depends on the version of Python.
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in KEYWORDS:
                literals = [arg.value for arg in args[: KEYWORDS[name]] if isinstance(arg, ast.Constant)]
                texts = tuple(text for text in literals if isinstance(text, str))
                yield Marked(file, node.lineno, texts if len(texts) == KEYWORDS[name] else ())


def collected() -> Catalog:
    """Every message and every description of a key, with the files that say it.

    Raises ``ValueError`` where something is marked that is no literal.
    """
    template = Catalog(project="docgen", header_comment=HEADER, charset="utf-8", fuzzy=False)
    for path in sorted((ROOT / "docgen").rglob("*.py")):
        for marked in marked_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()):
            if not marked.texts:
                raise ValueError(f"{marked.file}:{marked.line}: only a plain literal can be translated")
            template.add(marked.texts if len(marked.texts) > 1 else marked.texts[0], locations=[(marked.file, 0)])
    for file, text in descriptions():
        template.add(text, locations=[(file, 0)])
    return template


def descriptions() -> Iterator[tuple[str, str]]:
    """What an editor shows about the keys of a campaign and of a form: the docstrings of the models' fields."""
    before = os.environ.get("DOCGEN_LANG")
    os.environ["DOCGEN_LANG"] = "en"
    try:
        from docgen.campaign.schema import campaign_schema
        from docgen.templates.schema import form_schema

        yield from (("docgen/campaign/model.py", text) for text in _described(campaign_schema()))
        yield from (("docgen/templates/form_model.py", text) for text in _described(form_schema()))
    finally:
        os.environ.pop("DOCGEN_LANG")
        if before is not None:
            os.environ["DOCGEN_LANG"] = before


def _described(schema: Any) -> Iterator[str]:
    """Every description within a schema."""
    match schema:
        case dict():
            if isinstance(schema.get("description"), str):
                yield schema["description"]
            for part in schema.values():
                yield from _described(part)
        case list():
            for part in schema:
                yield from _described(part)


# ---------------------------------------------------------------- the Chinese of it


def updated(template: Catalog) -> Catalog:
    """The Chinese catalogue with exactly the messages of ``template``, the translations it has kept."""
    catalogue = written() if PO.is_file() else Catalog("zh_CN", project="docgen", fuzzy=False)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
    catalogue.obsolete.clear()
    return catalogue


def written() -> Catalog:
    """The Chinese catalogue as it lies there."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN", domain="docgen", abort_invalid=True)


def untranslated(catalogue: Catalog) -> list[Message]:
    """Messages without Chinese, or with doubtful Chinese."""
    return [message for message in catalogue if message.id and (message.fuzzy or not all(translations(message)))]


def translations(message: Message) -> tuple[str, ...]:
    """The Chinese of a message; one text, as Chinese knows no plural."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


# ---------------------------------------------------------------- files


def as_text(catalogue: Catalog) -> str:
    """The catalogue as .pot or .po, by message; without dates and names, which would differ from run to run."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, sort_output=True, include_lineno=False)
    dated = "Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To"
    return re.sub(rf'"(?:{dated}|Generated-By): .*\n', "", file.getvalue().decode())


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as .mo."""
    file = io.BytesIO()
    write_mo(file, read_po(io.BytesIO(as_text(catalogue).encode()), locale="zh_CN"))
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
