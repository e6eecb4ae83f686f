"""Nothing of the five notices is missing, nothing is invented: the seeds against what docgen built.

``python tools/fidelity.py [output]`` (``make fidelity``) reads ``通知.docx`` and ``通知.pdf`` of each
campaign, folds what does not matter (white space, width, quote and bracket styles), and takes the longest
common subsequence with the seed: over the seed's length it says how much of the seed is there, over the built
length how much of the built comes from the seed. It shows every differing place. Exit 1 if a goal is missed.

What docgen adds on purpose is in ``ADDED``, word for word, and is left out of the built length.
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "tests" / "seeds"

BUILT_GOAL = 0.97
"""At least so much of what was built comes from the seed."""

SEED_GOALS = {
    "tianjin-2020": 0.99,
    "shanghai-2023": 0.97,
    "neimenggu-2023": 0.99,
    "henan-2012": 0.99,
    "neimenggu-2017": 0.99,
}
"""At least so much of the seed is there; Shanghai's text was read by OCR, with doubled and garbled lines."""


@dataclass(frozen=True)
class Added:
    """Words that docgen prints and the seed lacks, and why. They must be there, or the list is stale."""

    words: str
    why: str


ADDED = {
    "tianjin-2020": (Added("天津市人力资源和社会保障局办公室2020年3月1日印发", "imprint"),),
    "shanghai-2023": (Added("上海市人力资源和社会保障局办公室2023年2月14日印发", "imprint"),),
    "neimenggu-2023": (
        Added("内蒙古自治区人力资源和社会保障厅文件", "letterhead"),
        Added("内蒙古自治区人力资源和社会保障厅办公室2023年2月13日印发", "imprint"),
    ),
    "henan-2012": (
        Added("河南省人力资源和社会保障厅", "letterhead"),
        Added("河南省人力资源和社会保障厅办公室2012年2月21日印发", "imprint"),
    ),
    "neimenggu-2017": (
        Added("内蒙古自治区人力资源和社会保障厅文件", "letterhead"),
        Added("内蒙古自治区人力资源和社会保障厅2017年月日", "signature"),
        Added("内蒙古自治区人力资源和社会保障厅办公室", "imprint"),
    ),
}
"""The seeds are web copies: none has the imprint, two have the letterhead, one lacks even the signature."""

ADDED_ANNEXES = {"neimenggu-2023": (1, 2, 3)}
"""Annexes that the seed only names: their whole text is docgen's, as in the annex's own file."""


# ---------------------------------------------------------------- measuring


@dataclass(frozen=True)
class Place:
    """A differing place: what stands before it, what the seed has there, what was built there."""

    before: str
    seed: str
    built: str

    def __str__(self) -> str:
        return f"…{self.before}〖{self.seed or '—'}〗→〖{self.built or '—'}〗"


@dataclass(frozen=True)
class Fidelity:
    """How much of the seed is there, how much of the built is the seed's (0 to 1), where they differ."""

    seed: float
    built: float
    places: tuple[Place, ...]


def compare(seed: str, built: str, added: tuple[str, ...] = ()) -> Fidelity:
    """``seed`` against ``built``, both as written; ``added`` are words that only ``built`` may have.

    Raises ``ValueError`` if some of ``added`` is not in ``built``.
    """
    seed, built = fold(seed), _without(fold(built), added)
    common = LCSseq.similarity(seed, built)
    return Fidelity(common / len(seed), common / len(built), tuple(_places(seed, built)))


def fold(text: str) -> str:
    """``text`` without white space; one shape for what has several: width, brackets, quotes, boxes."""
    return re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFKC", text).translate(_ONE_SHAPE))


def without_page_numbers(text: str) -> str:
    """The text of a PDF without its lines ``— 1 —``."""
    return re.sub(r"^[ \t\f]*[—–-]\s*\d+\s*[—–-][ \t]*$", "", text, flags=re.MULTILINE)


_ONE_SHAPE = str.maketrans(
    "〔［【〕］】《》〈〉‘’“”「」『』＂—–―－‐‑□☐◻▢🗆○〇◯．",
    "[[[]]]<><>''" + '"' * 7 + "-" * 6 + "□□□□□○○○.",
)


def _without(built: str, added: tuple[str, ...]) -> str:
    for words in map(fold, added):
        if words not in built:
            raise ValueError(f"listed as added, but not there: {words[:40]}")
        built = built.replace(words, "", 1)
    return built


def _places(seed: str, built: str) -> Iterator[Place]:
    """Every run that is not equal; what is deleted and what is inserted there side by side."""
    last, missing, extra = 0, "", ""
    for code in LCSseq.opcodes(seed, built):
        if code.tag == "equal":
            if missing or extra:
                yield Place(seed[max(0, last - 8) : last], missing, extra)
            last, missing, extra = code.src_end, "", ""
        else:
            missing += seed[code.src_start : code.src_end]
            extra += built[code.dest_start : code.dest_end]
    if missing or extra:
        yield Place(seed[max(0, last - 8) : last], missing, extra)


# ---------------------------------------------------------------- reading what was built


def docx_text(path: Path) -> str:
    """The words of a DOCX in document order, tables included, headers and footers not."""
    from docx import Document

    body = Document(str(path)).element.body
    return "".join(node.text or "" for node in body.iter(f"{_WORD}t"))


def pdf_text(path: Path) -> str:
    """The words of a PDF in the order of its content, without page numbers."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return without_page_numbers(done.stdout.decode())


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
READERS = {"docx": docx_text, "pdf": pdf_text}


def added_words(campaign: str, folder: Path, ending: str) -> tuple[str, ...]:
    """All that docgen adds to this campaign's notice, word for word."""
    annexes = [_annex_words(folder, number, ending) for number in ADDED_ANNEXES.get(campaign, ())]
    return (*annexes, *(one.words for one in ADDED[campaign]))


def _annex_words(folder: Path, number: int, ending: str) -> str:
    """The annex as its own file has it, without the document number before 附件N."""
    (path,) = folder.glob(f"附件{number} *.{ending}")
    text = fold(READERS[ending](path))
    return text[text.index(f"附件{number}") :]


# ---------------------------------------------------------------- the report


def main(output: Path = ROOT / "output") -> int:
    """Prints figures and places for every campaign; returns the exit code."""
    missed = 0
    for campaign, goal in SEED_GOALS.items():
        for ending, read in READERS.items():
            folder = output / campaign
            seed = (SEEDS / f"{campaign}.txt").read_text(encoding="utf-8")
            fidelity = compare(seed, read(folder / f"通知.{ending}"), added_words(campaign, folder, ending))
            missed += _report(campaign, ending, fidelity, goal)
    _report_added()
    return 1 if missed else 0


def _report(campaign: str, ending: str, fidelity: Fidelity, goal: float) -> bool:
    """Prints one comparison; True if a goal is missed."""
    missed = fidelity.seed < goal or fidelity.built < BUILT_GOAL
    print(
        f"{campaign:15} {ending:5} of the seed {fidelity.seed:.4f} (goal {goal})  "
        f"of the built {fidelity.built:.4f} (goal {BUILT_GOAL})  {'MISSED' if missed else 'ok'}"
    )
    for place in fidelity.places:
        print(f"    {place}")
    return missed


def _report_added() -> None:
    print("\nAdded by docgen, left out of the built length:")
    for campaign, items in ADDED.items():
        for item in items:
            print(f"    {campaign:15} {item.why}: {item.words}")
    for campaign, numbers in ADDED_ANNEXES.items():
        print(f"    {campaign:15} annexes that the seed only names: {', '.join(map(str, numbers))}")


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
