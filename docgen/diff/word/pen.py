"""The pen that marks: ``w:ins``, ``w:del``, the marks of paragraphs and rows, in the order that Word's schema wants."""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass, field
from typing import Literal

from docgen.diff.changes import Pieces
from docgen.diff.word.names import (
    P_PR,
    R_PR,
    SECT_PR,
    TR,
    TR_PR,
    WORD,
    Node,
    P,
    R,
    local,
    make,
    value,
)
from docgen.diff.word.words import Letter, Objects, Words, is_simple, runs_of, words_of

Mark = Literal["ins", "del"]


@dataclass
class Pen:
    """Who marks and when (seconds since 1970).

    ``styles`` are those that the new file has; ``lists`` whether its numbering is the old one's.

    ``lost`` counts what is gone and could not be kept, because only the old file has it: pictures, footnotes.
    """

    author: str
    moment: int
    number: int
    styles: frozenset[str]
    lists: bool = True
    lost: int = 0
    objects: Objects = field(default_factory=Objects)
    _read: dict[Node, Words] = field(default_factory=dict)
    _turn: int = 0
    _changed: int = 0

    def words(self, paragraph: Node) -> Words:
        """The words of a paragraph, read once."""
        if paragraph not in self._read:
            self._read[paragraph] = words_of(paragraph, self.objects)
        return self._read[paragraph]

    def stamp(self, mark: Mark) -> Node:
        """``w:ins`` or ``w:del`` with its own number."""
        self.number += 1
        return make(mark, id=str(self.number), author=self.author, date=self._date())

    def _date(self) -> str:
        """Two minutes lie between the marks of paragraphs that follow one another.

        LibreOffice takes marks of one author and minute for one where a paragraph ends with one and the next begins
        with the other, and then rejects the ¶ between them as well.
        """
        moment = datetime.datetime.fromtimestamp(self.moment + 120 * self._turn, datetime.UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    # ------------------------------------------------------------ whole things

    def came(self, block: Node) -> Node:
        """A paragraph or a table that is new, marked in its place."""
        for row in block.iter(TR):
            self._mark_row(row, "ins")
        for paragraph in block.iter(P):
            self.mark_end(paragraph, "ins")
            for run in [one for one in paragraph.iter(R) if _nearest(one) is paragraph]:
                around = self.stamp("ins")
                run.getparent().replace(run, around)
                around.append(run)
        return block

    def gone(self, block: Node) -> Node:
        """A paragraph or a table of the old file, as deleted: a copy that can stand in the new file."""
        if local(block) == "p":
            return self._gone_paragraph(block)
        table = copy.deepcopy(block)
        for old, new in zip(list(block.iter(P)), list(table.iter(P)), strict=True):
            if _nearest(old) is None:
                new.getparent().replace(new, self._gone_paragraph(old))
        for row in table.iter(TR):
            self._mark_row(row, "del")
        self.at_home(table)
        return table

    def _gone_paragraph(self, old: Node) -> Node:
        paragraph = make("p")
        if (properties := old.find(P_PR)) is not None:
            paragraph.append(copy.deepcopy(properties))
        self.at_home(paragraph)
        self._write(paragraph, self.words(old).letters, "del")
        self.mark_end(paragraph, "del")
        return paragraph

    # ------------------------------------------------------------ changed paragraphs

    def changed(self, old: Node, new: Node, pieces: Pieces) -> Node:
        """The new paragraph with the words marked that only one side has."""
        self._changed = 3 - max(self._changed, 1)
        self._turn = self._changed
        before, after = self.words(old), self.words(new)
        paragraph = make("p")
        paragraph.attrib.update(new.attrib)
        if (properties := new.find(P_PR)) is not None:
            paragraph.append(properties)
        at_old = at_new = 0
        for piece in pieces:
            size = len(piece.text)
            match piece.op:
                case "same":
                    self._write_new(paragraph, after, at_new, at_new + size, None)
                    at_old, at_new = at_old + size, at_new + size
                case "old":
                    self._write(paragraph, before.letters[at_old : at_old + size], "del")
                    at_old += size
                case "new":
                    self._write_new(paragraph, after, at_new, at_new + size, "ins")
                    at_new += size
        paragraph.extend(after.silent.get(len(after.letters), []))
        self._turn = 0
        return paragraph

    def _write_new(self, paragraph: Node, words: Words, start: int, end: int, mark: Mark | None) -> None:
        """Words of the new side; what is not seen stands between them where it stood."""
        cuts = sorted({start, *(at for at in words.silent if start <= at < end)})
        for one, other in zip(cuts, [*cuts[1:], end], strict=True):
            paragraph.extend(words.silent.get(one, []))
            self._write(paragraph, words.letters[one:other], mark)

    def _write(self, paragraph: Node, letters: list[Letter], mark: Mark | None) -> None:
        gone = mark == "del"
        link: Node | None = None
        target, around = paragraph, None
        for at, run in runs_of(letters, gone):
            if at is not link and not gone:
                link, around = at, None
                target = paragraph if at is None else _empty_copy(at)
                if target is not paragraph:
                    paragraph.append(target)
            if mark and around is None:
                around = self.stamp(mark)
                target.append(around)
            if gone:
                self.at_home(run)
            (target if around is None else around).append(run)
        if gone:
            self.lost += sum(not is_simple(letter) for letter in letters)

    # ------------------------------------------------------------ marks

    def mark_end(self, paragraph: Node, mark: Mark) -> None:
        """The paragraph's own mark (¶) is new, or gone."""
        properties = paragraph.find(P_PR)
        if properties is None:
            properties = make("pPr")
            paragraph.insert(0, properties)
        looks = properties.find(R_PR)
        if looks is None:
            looks = make("rPr")
            # Behind it only the section and the record of a former format may stand.
            last = [one for one in properties if local(one) in ("sectPr", "pPrChange")]
            properties.insert(len(properties) - len(last), looks)
        looks.insert(0, self.stamp(mark))

    def _mark_row(self, row: Node, mark: Mark) -> None:
        properties = row.find(TR_PR)
        if properties is None:
            properties = make("trPr")
            row.insert(sum(local(one) in ("tblPrEx",) for one in row), properties)
        properties.append(self.stamp(mark))

    def at_home(self, node: Node) -> None:
        """Of a piece of the old file, only what the new file understands too."""
        for part in list(node.iter()):
            if part is node or part.getparent() is None:
                continue
            strange = isinstance(part.tag, str) and not part.tag.startswith(f"{{{WORD}}}")
            if strange or part.tag == SECT_PR or self._unknown(part):
                part.getparent().remove(part)
        for part in node.iter():
            for name in [name for name in part.attrib if not name.startswith(f"{{{WORD}}}") and "{" in name]:
                if "XML/1998" not in name:
                    del part.attrib[name]

    def _unknown(self, part: Node) -> bool:
        name = local(part)
        if name in ("pStyle", "rStyle", "tblStyle"):
            return value(part) not in self.styles
        return name.endswith("Change") or (name == "numPr" and not self.lists)


def _empty_copy(link: Node) -> Node:
    node = make("hyperlink")
    node.attrib.update(link.attrib)
    return node


def _nearest(node: Node) -> Node | None:
    """The paragraph that ``node`` stands in."""
    return next(node.iterancestors(P), None)
