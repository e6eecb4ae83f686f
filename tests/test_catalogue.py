"""The Chinese catalogue is complete, true to the source and compiled; nothing that a user reads goes past it.

A failing test mostly wants `make catalogue`, and then the Chinese of what that names as missing. That also drops what
nobody says any more.
"""

from __future__ import annotations

import ast
import gettext
import io
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from docgen.language import language_wanted

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import catalogue  # noqa: E402

SOURCES = sorted((ROOT / "docgen").rglob("*.py"))


@pytest.fixture(scope="module")
def said() -> Catalog:
    """What the source says."""
    return catalogue.collected()


@pytest.fixture(scope="module")
def chinese() -> list[Message]:
    """The messages of docgen.po that have Chinese."""
    return [message for message in catalogue.written() if message.id and all(catalogue.translations(message))]


def _texts(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


# ---------------------------------------------------------------- complete


def test_every_message_has_chinese(said: Catalog, chinese: list[Message]) -> None:
    translated = {_texts(one) for one in chinese if not one.fuzzy}
    assert [one.id for one in said if one.id and _texts(one) not in translated] == []


def test_the_template_lists_what_the_source_says(said: Catalog) -> None:
    template = read_po(io.BytesIO(catalogue.POT.read_bytes()))
    assert {_texts(one) for one in said if one.id} <= {_texts(one) for one in template if one.id}


def test_the_compiled_catalogue_is_that_of_the_text(chinese: list[Message]) -> None:
    with catalogue.MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in chinese:
        first, *more = _texts(message)
        translated = compiled.ngettext(first, more[0], 2) if more else compiled.gettext(first)
        assert (translated,) == catalogue.translations(message)


# ---------------------------------------------------------------- true to the source

# click speaks of an "integer range" in English only.
LEFT_OUT = {"{value!r} is not a valid {number_type}.": {"number_type"}}


def _names(text: str) -> set[str]:
    """The names of the places that are filled in: {name}, {name!r}, %(name)s."""
    try:
        braced = {name for _text, name, _spec, _how in string.Formatter().parse(text) if name}
    except ValueError:  # {{ … }} and {% … %} are Jinja's
        braced = set()
    return {name for name in braced if name.isidentifier()} | set(re.findall(r"%\((\w+)\)s", text))


def test_the_same_places_are_filled_in(chinese: list[Message]) -> None:
    for message in chinese:
        asked = set().union(*(_names(text) for text in _texts(message)))
        got = set().union(*(_names(text) for text in catalogue.translations(message)))
        shared = _names(_texts(message)[0])
        left_out = LEFT_OUT.get(_texts(message)[0], set())
        assert got <= asked, message.id
        # Of a singular and a plural either may name what the other leaves out.
        assert (asked if len(_texts(message)) == 1 else shared & asked) - got - left_out <= _plural_only(message)


def _plural_only(message: Message) -> set[str]:
    singular, *plural = (_names(text) for text in _texts(message))
    return singular - plural[0] if plural else set()


def test_jinja_and_commands_are_left_as_they_are(chinese: list[Message]) -> None:
    for message in chinese:
        for text in _texts(message):
            for code in re.findall(r"\{\{.*?\}\}|\{%.*?%\}|(?<!`)`[^`]+`(?!`)|--[a-z-]+", text):
                assert code in catalogue.translations(message)[0], message.id


def test_white_space_at_the_ends_is_the_same(chinese: list[Message]) -> None:
    for message in chinese:
        for text in catalogue.translations(message):
            assert (text[:1] == "\n", text[-1:] == "\n") == (
                _texts(message)[0][:1] == "\n",
                _texts(message)[0][-1:] == "\n",
            )
            assert text == text.rstrip(" ")


# ---------------------------------------------------------------- good Chinese


def test_chinese_takes_chinese_marks(chinese: list[Message]) -> None:
    """，。：；（）“” beside Chinese characters, not their half-width cousins."""
    half = re.compile(r"[\u4e00-\u9fff”）][,;:?!()\"]|[,;:?!()\"][\u4e00-\u9fff“（]")
    for message in chinese:
        for text in catalogue.translations(message):
            bare = re.sub(r"`[^`]*`|“[^”]*”|\[[^\]]*\]", "码", text)
            assert not half.search(bare), text


def test_sentences_end_alike(chinese: list[Message]) -> None:
    for message in chinese:
        for text in catalogue.translations(message):
            if _texts(message)[0].endswith("."):
                assert text.endswith(("。", "：", "…")), text
            else:
                assert not text.endswith("。"), text


def test_one_word_for_one_thing(chinese: list[Message]) -> None:
    """The glossary of CONTRIBUTING.md holds."""
    words = _glossary()
    assert len(words) > 20
    assert [
        (english, *_texts(message), translated)
        for message in chinese
        for translated in catalogue.translations(message)
        for english, wanted in words.items()
        if _speaks_of(english, _texts(message)[0]) and not any(word in translated for word in wanted)
    ] == []


def _speaks_of(word: str, text: str) -> bool:
    """Whether a message uses the word, not as part of a command, a key or a path."""
    bare = re.sub(r"`[^`]*`|\{[^{}]*\}", " ", text)
    return bool(re.search(rf"(?<![\w/.<-]){word}s?(?![\w/.>:-]| (?:like|at|for|through))", bare))


def _glossary() -> dict[str, tuple[str, ...]]:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Glossary", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| ([a-z][a-z ]*) \| ([^|]*[\u4e00-\u9fff][^|]*) \|", table, flags=re.MULTILINE)
    return {english: tuple(re.split(r"[，、]\s*", chinese.strip())) for english, chinese in rows}


# ---------------------------------------------------------------- nothing goes past it


SPEAKERS = {
    "Problem", "Said", "Fault", "_Unread", "FilterError", "TooMuchError", "UnprintableError", "BadParameter",
    "UsageError", "ClickException", "echo", "secho", "say", "warn", "print", "report",
}  # fmt: skip
"""Calls whose texts a user reads."""

READ_BY_USERS = {"help", "short_help", "epilog", "metavar", "hint", "message", "prompt"}
"""Arguments, of whatever call, that a user reads."""

WORDS = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z]{2,}")


def unmarked_in(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of what a user would read in English whatever the language."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args, keywords=keywords):
                read = [word.value for word in keywords if word.arg in READ_BY_USERS]
                for value in [*(args if name in SPEAKERS else []), *read]:
                    if WORDS.search(_literal(value)):
                        yield node.lineno, _literal(value)


def _literal(node: ast.expr) -> str:
    """The text that is written out in an expression."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "…".join(part.value for part in parts if isinstance(part, ast.Constant))
        case ast.BinOp(left=left, right=right):
            return _literal(left) + _literal(right)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "strip")):
            return _literal(value)
        case _:
            return ""


def test_whatever_a_user_reads_is_marked() -> None:
    found = {str(path.relative_to(ROOT)): list(unmarked_in(path.read_text(encoding="utf-8"))) for path in SOURCES}
    assert {file: lines for file, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        'Problem("C1", "this is wrong")',
        'Problem("C1", f"the key {key} is wrong")',
        'Problem("C1", _("this is wrong"), hint="take it out")',
        'click.option("--jobs", help="How many processes.")',
        'console.say("nothing to do")',
        'raise FilterError("a date is " + "wanted")',
        'Problem("C1", "the key {key} is wrong".format(key=key))',
    ],
)
def test_unmarked_text_is_found(source: str) -> None:
    assert [line for line, _text in unmarked_in(source)] == [1]


@pytest.mark.parametrize(
    "source", ['Problem("C1", _("this is wrong"))', 'click.option("--format", metavar="docx,pdf")', 'say(f"  {path}")']
)
def test_marked_text_is_left_alone(source: str) -> None:
    assert list(unmarked_in(source)) == []


@pytest.mark.parametrize("source", ['_(f"no {name}")', "_(text)", '_("a" + b)', 'ngettext("one", many, n)'])
def test_only_literals_can_be_translated(source: str) -> None:
    assert [marked.texts for marked in catalogue.marked_in(source, "x.py")] == [()]


def test_marked_text_within_an_f_string_is_seen() -> None:
    marked = catalogue.marked_in("say(f'{_(\"no licence\")}: {name}')", "x.py")
    assert [one.texts for one in marked] == [("no licence",)]


# ---------------------------------------------------------------- which language


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"DOCGEN_LANG": "zh_CN"}, "zh"),
        ({"DOCGEN_LANG": "zh-Hans"}, "zh"),
        ({"DOCGEN_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"DOCGEN_LANG": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_SG"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en_GB:zh_CN"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN"}, "zh"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "zh"),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "cs_CZ.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_locale_decides_and_our_variable_overrides_it(environment: dict[str, str], wanted: str) -> None:
    assert language_wanted(environment) == wanted


def test_without_any_variable_the_systems_own_locale_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert language_wanted({}) == "zh"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language_wanted({}) == "en"


# ---------------------------------------------------------------- what an editor shows


def test_an_editor_is_told_in_chinese_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "zh_CN")
    assert _deadline()["date"]["description"] == "截止日期。"
    monkeypatch.setenv("DOCGEN_LANG", "en")
    assert _deadline()["date"]["description"] == "The last day."


def _deadline() -> dict[str, dict[str, str]]:
    from docgen.campaign.schema import campaign_schema

    properties: dict[str, dict[str, str]] = campaign_schema()["definitions"]["Deadline"]["properties"]
    return properties
