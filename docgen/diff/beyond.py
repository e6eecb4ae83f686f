"""What two Word files have besides their running text, and whether they agree in it: said, as it is not compared.

beyond(old, new)  →  headers and footers, footnotes, remarks, pictures, looks of paragraphs that read the same
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from docgen.diff.word.names import P_PR, R_PR, Node, P, R, local, value, w
from docgen.diff.word.package import Package, open_package, parsed
from docgen.diff.word.settle import settle, unwrapped

What = Literal["margins", "footnotes", "comments", "pictures", "looks"]

SAID: dict[What, str] = {
    "margins": "页眉或页脚有不同，未列入比较。",
    "footnotes": "脚注或尾注有不同，未列入比较。",
    "comments": "批注有不同，未列入比较。",
    "pictures": "图片有不同，未列入比较。",
    "looks": "有{count}段文字相同、格式不同（字体、字号、对齐、缩进、行距或样式），未列入比较。",
}
"""The same on a reader's page, which is Chinese."""

_PARTS: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("margins", re.compile(r"(?:header|footer)\d*\.xml")),
    ("footnotes", re.compile(r"(?:footnotes|endnotes)\.xml")),
    ("comments", re.compile(r"comments\.xml")),
)
_PICTURES = re.compile(r"media/[^/]+")
_OF_PARAGRAPH = ("pStyle", "jc", "ind", "spacing", "keepNext", "pageBreakBefore", "shd", "pBdr", "outlineLvl")
_OF_RUN = ("rStyle", "rFonts", "b", "i", "u", "strike", "color", "sz", "highlight", "shd", "vertAlign", "caps", "em")


class Beyond(NamedTuple):
    """In what the files differ; ``times`` says in how many paragraphs, of looks alone."""

    what: What
    times: int = 0

    @property
    def said(self) -> str:
        """As a reader's page has it."""
        return SAID[self.what].format(count=self.times)


def beyond(old: bytes, new: bytes, names: tuple[str, str] = ("old", "new")) -> tuple[Beyond, ...]:
    """Where the two .docx differ besides their running text. Raises DocgenError (exit 3) as reading them does."""
    files = open_package(old, names[0]), open_package(new, names[1])
    before, after = (_Seen(one) for one in files)
    found = [Beyond(what) for what, pattern in _PARTS if before.texts(pattern) != after.texts(pattern)]
    if before.pictures() != after.pictures():
        found.append(Beyond("pictures"))
    if count := _other_looks(before.looks(), after.looks()):
        found.append(Beyond("looks", count))
    return tuple(found)


class _Seen:
    """A file, looked at."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def texts(self, pattern: re.Pattern[str]) -> Counter[str]:
        """The words of all parts of the name; empty ones, and how often the same is there, do not count."""
        words = (_words(parsed(self._package.parts[name], self._package.name)) for name in self._named(pattern))
        return Counter(set(filter(None, words)))

    def pictures(self) -> Counter[str]:
        """Checksum → how often."""
        parts = self._package.parts
        return Counter(hashlib.sha256(parts[name]).hexdigest() for name in self._named(_PICTURES))

    def looks(self) -> dict[str, list[str]]:
        """Words of a paragraph → how each one of them is set."""
        root = parsed(self._package.parts[self._package.main], self._package.name)
        unwrapped(root)
        settle(root)
        found: dict[str, list[str]] = {}
        for paragraph in root.iter(P):
            if words := _words(paragraph):
                found.setdefault(words, []).append(_set(paragraph))
        return found

    def _named(self, pattern: re.Pattern[str]) -> Iterator[str]:
        folder = self._package.folder
        yield from (
            name
            for name in self._package.parts
            if name.startswith(folder) and pattern.fullmatch(name.removeprefix(folder))
        )


def _other_looks(before: dict[str, list[str]], after: dict[str, list[str]]) -> int:
    return sum(
        sum(one != other for one, other in zip(before[words], after[words], strict=False))
        for words in before.keys() & after.keys()
    )


def _words(node: Node) -> str:
    return "".join(one.text or "" for one in node.iter(w("t")))


def _set(paragraph: Node) -> str:
    """How a paragraph and its words are set, runs of the same looks in one."""
    parts = [_chosen(paragraph.find(P_PR), _OF_PARAGRAPH)]
    for run in paragraph.iter(R):
        if words := _words(run):
            looks = _chosen(run.find(R_PR), _OF_RUN)
            if len(parts) > 1 and parts[-2] == looks:
                parts[-1] += words
            else:
                parts += [looks, words]
    return "\0".join(parts)


def _chosen(properties: Node | None, names: tuple[str, ...]) -> str:
    if properties is None:
        return ""
    kept = sorted((one for one in properties if local(one) in names), key=local)
    return ";".join(
        f"{local(one)} {sorted((name, text) for name, text in one.attrib.items() if not name.endswith('}hint'))}"
        for one in kept
        if value(one) not in ("auto", "none") or len(one.attrib) > 1
    )
