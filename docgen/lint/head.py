"""版头 as it is set: what stands above the title, and where, in a Word file, on a page, in a text.

What stands in a table, a frame or a text box has a place of its own that only Word knows; it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.frozen import dataclass
from docgen.lint.finding import Hit
from docgen.lint.layout import left_edge
from docgen.lint.pages import PageLine, Pages
from docgen.lint.passage import Part, Passage
from docgen.lint.reading import Reading
from docgen.lint.word import WordFile, WordParagraph

_PARTS: tuple[Part, ...] = ("letterhead", "number")
_LINE = 5.64
"""mm: 三号, the size of what stands in 版头 but for the mark."""
_MIDDLE = 4.0
"""mm beside the middle of a page that still count as the middle."""


@dataclass(frozen=True)
class HeadLine:
    """``words`` as they stand in ``passage``, of which they may be a part; ``down`` says how far down, in lines.

    ``flush``: it begins at the left edge; ``centred``: set in the middle of the page.
    """

    passage: Passage
    words: str
    down: float
    flush: bool
    centred: bool

    @property
    def part(self) -> Part:
        """The number, or anything else."""
        return self.passage.part

    @property
    def text(self) -> str:
        """Its words, without the spaces between them."""
        return "".join(self.words.split())

    def is_below(self, other: HeadLine) -> bool:
        """Whether it stands on a lower line."""
        return self.down - other.down > 0.5

    def hit(self, message: str, hint: str) -> Hit:
        """A finding about all of it."""
        start = self.passage.text.index(self.words)
        return self.passage.hit(start, start + len(self.words), message, hint)


def head_lines(reading: Reading) -> Iterator[HeadLine]:
    """The lines above the title of a document that docgen did not make, from above to below; none without a title."""
    title = next((at for at, one in enumerate(reading.passages) if one.part == "title"), 0)
    passages = [one for one in reading.passages[:title] if one.part in _PARTS]
    if reading.word:
        yield from _in_word(passages, reading.word)
    elif reading.pages:
        yield from _on_page(passages, reading.pages)
    else:
        yield from (HeadLine(one, one.text, number, True, False) for number, one in enumerate(passages))


def _in_word(passages: list[Passage], word: WordFile) -> Iterator[HeadLine]:
    """A paragraph that is told apart into two passages, number and signer, is left out: it is on one line."""
    places = [passage.place for passage in passages]
    for passage in passages:
        one = next((one for one in word.paragraphs if one.place == passage.place), None)
        if one and not (one.cell or one.boxed) and places.count(passage.place) == 1:
            yield HeadLine(passage, passage.text, one.number, _is_flush(one), one.align == "center")


def _is_flush(one: WordParagraph) -> bool:
    return one.align in ("left", "both") and left_edge(one) < 1


def _on_page(passages: list[Passage], pages: Pages) -> Iterator[HeadLine]:
    first = pages.pages[0]
    left = min((line.x0 for line in pages.of("addressee", "body")), default=0.0)
    for line in first.lines:
        known = pages.parts.get(line)
        passage = next((one for one in passages if one.part == known and line.text in one.text), None)
        if passage and not line.in_table:
            middle = abs((line.x0 + line.x1) / 2 - first.width / 2) < _MIDDLE and _is_indented(line, left)
            yield HeadLine(passage, line.text, line.y / _LINE, line.x0 < left + line.size, middle)


def _is_indented(line: PageLine, left: float) -> bool:
    """Whether the middle is its place by choice: a line over the whole width stands there anyhow."""
    return line.x0 > left + 3 * line.size
