"""The build: every chosen campaign's files are made in memory, then written all together.

Making may happen in several processes; writing happens here only, one campaign after the other. So an
error, a full disk or Ctrl-C leaves each campaign's folder either as it was or as it should be.

The files of a roster's units come after those of their campaign; ``docgen.workflow.batch`` makes and writes them.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.workflow.manifest import outdated_files
from docgen.workflow.produce import Product, Wish, produce
from docgen.workflow.select import Choice
from docgen.world.cores import cores, keep_to

Tell = Callable[[int, int], None]
"""Is told how many files of units are made, and of how many."""

Progress = Callable[[Product], AbstractContextManager[Tell]]
"""Watches the making of a campaign's units."""


@contextlib.contextmanager
def nobody(_product: Product) -> Iterator[Tell]:
    """Does not watch."""
    yield lambda _done, _all: None


WORTH_A_PROCESS = 3
"""Campaigns that pay for a process: to start one costs about as much as to make a campaign, and 110 MB of memory."""


@dataclass(frozen=True)
class Report:
    """What came of each campaign, in order, and what was wrong before any of them was opened."""

    products: tuple[Product, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> Exit:
        """The worst of all."""
        codes = [product.exit_code for product in self.products]
        return max([*codes, Exit.CAMPAIGN if self.problems else Exit.OK])


def build(
    choice: Choice,
    wish: Wish,
    jobs: int | None = None,
    tell: Callable[[Product], None] = lambda product: None,
    progress: Progress = nobody,
) -> Report:
    """Builds the chosen campaigns; one that fails does not stop the others.

    ``jobs`` processes make them, each on one core (None: all cores that pay); ``tell`` is called with each once it
    is written, ``progress`` before its units' files are made.
    """
    if jobs:
        keep_to(1)
    paths = [one.path for one in choice.campaigns]
    products: list[Product] = []
    with contextlib.closing(_products(paths, wish, jobs or _jobs_for(len(paths)))) as made:
        for product in made:
            written = _written(_refused_if_taken(product, products))
            finished = _with_units(written, wish, jobs, progress)
            products.append(finished)
            tell(finished)
    return Report(tuple(products), choice.problems)


def _products(paths: Sequence[Path], wish: Wish, jobs: int) -> Generator[Product]:
    if min(jobs, len(paths)) <= 1:
        return (produce(path, wish) for path in paths)
    from docgen.workflow.processes import produce_together

    return produce_together(paths, wish, min(jobs, len(paths)))


def _jobs_for(campaigns: int) -> int:
    return min(campaigns // WORTH_A_PROCESS, cores()) or 1


# ---------------------------------------------------------------- writing


def _written(product: Product) -> Product:
    """The product after its files were put in place, now without their bytes; failed if they could not be."""
    from docgen.world.files import write_all

    if product.status != "made" or product.manifest is None:
        return product
    # An annex renamed, a format no longer made: the old file would contradict the new ones.
    outdated = outdated_files(product.folder, product.manifest)
    try:
        write_all(product.folder, product.files, outdated)
    except DocgenError as error:
        return _failed(product, error.problems, error.exit_code)
    return dataclasses.replace(product, files={}, removed=outdated)


def _with_units(product: Product, wish: Wish, jobs: int | None, progress: Progress) -> Product:
    """The product after the files of its units were made, or those that there are were listed again."""
    if product.status == "failed" or product.manifest is None:
        return product
    if product.order is None:
        if product.status == "made" and product.manifest.units:
            from docgen.workflow.batch.listing import relist

            relist(product.folder)
        return product
    from docgen.workflow.batch.build import build_units

    with progress(product) as tell:
        units = build_units(product.order, wish, jobs, tell)
    return dataclasses.replace(product, order=None, units=units, exit_code=max(product.exit_code, units.exit_code))


def _refused_if_taken(product: Product, earlier: Sequence[Product]) -> Product:
    """Ids are compared beforehand at a glance; should one have been overlooked, nothing is overwritten."""
    same = next((one for one in earlier if product.id and one.id == product.id), None)
    if same is None:
        return product
    message = _('id: "{id}" is also the id of {others}').format(id=product.id, others=same.path)
    return _failed(product, (Problem("C901", message),), Exit.CAMPAIGN)


def _failed(product: Product, problems: Sequence[Problem], exit_code: Exit) -> Product:
    return dataclasses.replace(
        product, status="failed", files={}, manifest=None, problems=tuple(problems), exit_code=exit_code
    )
