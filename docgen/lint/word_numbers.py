"""Automatic numbers of a Word file: what Word writes before a paragraph that is in a list, as 一、 or （二）."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Level(NamedTuple):
    """``kind`` as Word calls it (chineseCounting), ``text`` with %1 for the first level's number."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, eq=False)
class Numbering:
    """Lists by their id. Those made from one template count on together, unless one of them says where it begins.

    ``templates``: list → what it is made from; ``restarts``: list → level → its first number; ``styled``: list and
    style → the level of that style's paragraphs; ``counters``: how far each template is, ``begun``: lists used so far.
    """

    levels: Mapping[str, Mapping[int, Level]]
    templates: Mapping[str, str]
    restarts: Mapping[str, Mapping[int, int]]
    styled: Mapping[tuple[str, str], int]
    counters: dict[str, list[int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Any) -> Numbering:
        """From the root of numbering.xml."""
        from docgen.diff.word.names import value, w

        kinds = {value(one, "abstractNumId"): one for one in root.iter(w("abstractNum"))}
        lists = {value(one, "numId"): one for one in root.iter(w("num"))}
        templates = {id_: value(one.find(w("abstractNumId"))) for id_, one in lists.items()}
        levels: dict[str, dict[int, Level]] = {}
        restarts: dict[str, dict[int, int]] = {}
        styled: dict[tuple[str, str], int] = {}
        for id_, one in lists.items():
            template = kinds.get(templates[id_])
            own = list(one.iterfind(f"{w('lvlOverride')}/{w('lvl')}"))
            nodes = [*(() if template is None else template.iterfind(w("lvl"))), *own]
            levels[id_] = {_number(node, "ilvl"): _level(node) for node in nodes}
            styled |= {(id_, value(node.find(w("pStyle")))): _number(node, "ilvl") for node in nodes}
            restarts[id_] = {
                _number(node, "ilvl"): _number(begin, "val")
                for node in one.iterfind(w("lvlOverride"))
                if (begin := node.find(w("startOverride"))) is not None
            }
        return cls(levels, templates, restarts, styled)

    def label(self, list_: str, level: str) -> str:
        """The number of the list's next paragraph; nothing if there is none that can be told."""
        levels = self.levels.get(list_)
        if not levels or not level.isdigit() or int(level) not in levels:
            return ""
        at = int(level)
        counts = self.counters.setdefault(self.templates[list_], [])
        for missing in range(len(counts), at + 1):
            counts.append(levels.get(missing, _NONE).start - 1)
        del counts[at + 1 :]
        if (list_, at) not in self.begun:
            self.begun.add((list_, at))
            counts[at] = self.restarts[list_].get(at, counts[at] + 1) - 1
        counts[at] += 1
        text = levels[at].text
        for index, count in enumerate(counts):
            text = text.replace(f"%{index + 1}", _counted(count, levels.get(index, _NONE).kind))
        return text


_NONE = Level("decimal", "", 1)


def _level(node: Any) -> Level:
    from docgen.diff.word.names import value, w

    start = node.find(w("start"))
    return Level(
        value(node.find(w("numFmt"))), value(node.find(w("lvlText"))), 1 if start is None else _number(start, "val")
    )


def _number(node: Any, name: str) -> int:
    from docgen.diff.word.names import value

    said = value(node, name)
    return int(said) if said.isdigit() else 0


def _counted(count: int, kind: str) -> str:
    """A number as Word writes it in this format."""
    from docgen.compose.numerals import chinese_number

    count = max(count, 0)
    if kind in _CHINESE:
        return chinese_number(count)
    if kind == "ideographTraditional" and 1 <= count <= len(_STEMS):
        return _STEMS[count - 1]
    if kind in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    return _KINDS[kind](count) if kind in _KINDS else str(count)


def _letter(count: int) -> str:
    """a, b … z, aa, bb."""
    rounds, index = divmod(count - 1, 26)
    return chr(ord("a") + index) * (rounds + 1) if count > 0 else ""


def _roman(count: int) -> str:
    text = ""
    for number, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        text += sign * (count // number)
        count %= number
    return text + "i" * count


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
)
_KINDS: dict[str, Callable[[int], str]] = {
    "bullet": lambda _count: "",
    "none": lambda _count: "",
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": lambda count: str(count).translate({ord("0") + i: ord("０") + i for i in range(10)}),
}
