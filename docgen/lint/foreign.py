"""Documents that docgen did not make, read for the rules: text files, Word files, PDFs.

Places: of a text file line and column; of a Word file the number of the paragraph as Word counts them; of a PDF the
page. Letters (exit 3): those of ``docgen.diff.word.package`` for Word files, D101 to D106 for PDFs, D106 for what has
no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.lint.reading import Reading
from docgen.lint.recognise import passages_of_told, told_lines
from docgen.lint.recognise.lines import Line
from docgen.lint.recognise.wrapped import unwrapped
from docgen.sources.text_file import read_any_text

_TEXT = (".txt", ".md")


def reading_of_file(path: Path) -> Reading:
    """The file's texts as passages. Raises ``DocgenError`` (exit 3) where it cannot be read."""
    reading = _read(path)
    if not reading.passages:
        hint = _(
            "if it was scanned, check the text from which it was printed; if not, save it once more in Word or WPS"
        )
        raise DocgenError(Problem("D106", _("there is no text in it"), Place(str(path)), hint), Exit.CAMPAIGN)
    return reading


def _read(path: Path) -> Reading:
    if path.suffix.lower() in _TEXT:
        return Reading(str(path), passages_of_told(told_lines(unwrapped(list(_lines(read_any_text(path), str(path)))))))
    from docgen.diff.foreign import read_word_file

    data = read_word_file(path)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _of_pdf(data, path)
    if path.suffix.lower() != ".pdf":
        return _of_word(data, path)
    # Some servers put their own lines before a PDF; readers bear with it.
    return _of_pdf(data, path) if b"%PDF" in data[:1024] else _refuse_as_pdf(data, path)


def _lines(text: str, file: str) -> Iterator[Line]:
    gap = False
    for number, source in enumerate(text.split("\n"), start=1):
        words = source.strip()
        if words:
            yield Line(words, Place(file, number, 1), len(source) - len(source.lstrip()), gap, source=source)
        gap = not words


def _of_word(data: bytes, path: Path) -> Reading:
    from docgen.lint.word_reader import word_file
    from docgen.lint.word_text import read_word

    word, passages = read_word(word_file(data, str(path)))
    return Reading(str(path), passages, word=word)


def _of_pdf(data: bytes, path: Path) -> Reading:
    from docgen.lint.page_reader import read_pages
    from docgen.lint.page_text import told_of

    pages = read_pages(data, str(path))
    return Reading(str(path), passages_of_told(told_of(pages)), pages=pages)


def _refuse_as_pdf(data: bytes, path: Path) -> NoReturn:
    """It is called a PDF, and is none."""
    problem = Problem("D103", _("the file is empty"), Place(str(path)), _("take the file as it was sent"))
    if data.strip():
        hint = _("export it as PDF once more; if it is another kind of file, give it the ending of that kind")
        problem = Problem("D101", _("this is not a PDF, whatever its name says"), Place(str(path)), hint)
    raise DocgenError(problem, Exit.CAMPAIGN)
