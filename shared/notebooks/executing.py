"""Running notebooks with nbclient: as they were handed out, and with an answer filled in.

In: a notebook in memory. Out: the notebook with its outputs, or the cell that stopped it and why.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from shared.lessons import ROOT, Lesson
from shared.messages import notebooks as words
from shared.notebooks.building import ANSWER, answer_cell

CELL_SECONDS = 60.0


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a notebook that was run: the cell's id, its source, and what happened."""

    cell: str
    source: str
    text: str


@dataclass(frozen=True)
class Ran:
    """A notebook that was run, its own outputs in it. `trouble` is None where every cell did what it should."""

    notebook: nbformat.NotebookNode
    seconds: float
    trouble: Trouble | None = None


def filled(notebook: nbformat.NotebookNode, files: Mapping[str, str]) -> nbformat.NotebookNode:
    """A copy with these files in its answer cells; a file that has no cell gets one behind the others."""
    copy = nbformat.from_dict(notebook)
    last = max((i for i, cell in enumerate(copy.cells) if ANSWER in cell.metadata.get("tags", [])), default=0)
    left = dict(files)
    for cell in copy.cells:
        file = cell.metadata.get("workbook", {}).get("file")
        if file in left:
            cell.source = answer_cell(file, left.pop(file)).source
    copy.cells[last + 1 : last + 1] = [answer_cell(file, text) for file, text in left.items()]
    return copy


def run(notebook: nbformat.NotebookNode, lesson: Lesson, *, seconds: float = CELL_SECONDS) -> Ran:
    """Run all cells in a kernel of this Python, each within `seconds`; compare what they print with what is kept."""
    copy = nbformat.from_dict(notebook)
    kept = {cell.id: _printed(cell) for cell in copy.cells if cell.cell_type == "code" and cell.outputs}
    began = time.monotonic()
    client = _client(copy, lesson, seconds)
    trouble = None
    try:
        client.execute()
    except CellTimeoutError:
        trouble = _trouble(copy, words.CELL_LATE.format(seconds=seconds))
    except (CellExecutionError, DeadKernelError) as error:
        trouble = _trouble(copy, str(getattr(error, "evalue", "") or error))
    return Ran(copy, time.monotonic() - began, trouble or _other_output(copy, kept))


def _client(notebook: nbformat.NotebookNode, lesson: Lesson, seconds: float) -> NotebookClient:
    notebook.metadata["kernelspec"] = dict(notebook.metadata["kernelspec"])
    client = NotebookClient(
        notebook,
        timeout=seconds,
        kernel_name="python3",
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
        coalesce_streams=True,
        store_widget_state=False,
    )
    client.create_kernel_manager()
    assert client.km is not None
    # The kernel of this environment, whatever a kernelspec of the same name elsewhere on this computer says.
    assert client.km.kernel_spec is not None
    kernel = ["-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=ERROR"]  # no warnings between ours
    client.km.kernel_spec.argv = [sys.executable, *kernel]
    return client


def _trouble(notebook: nbformat.NotebookNode, text: str) -> Trouble:
    """The cell that was begun last."""
    begun = [cell for cell in notebook.cells if cell.cell_type == "code" and _was_begun(cell)]
    cell = begun[-1] if begun else notebook.cells[0]
    return Trouble(cell.id, cell.source, text)


def _was_begun(cell: Any) -> bool:
    return "iopub.status.busy" in cell.metadata.get("execution", {}) or cell.execution_count is not None


def _other_output(notebook: nbformat.NotebookNode, kept: Mapping[str, str]) -> Trouble | None:
    for cell in notebook.cells:
        if cell.id in kept and _printed(cell) != kept[cell.id]:
            text = words.OTHER_OUTPUT.format(kept=kept[cell.id], got=_printed(cell))
            return Trouble(cell.id, cell.source, text)
    return None


def _printed(cell: Any) -> str:
    return "".join(out.get("text", "") for out in cell.outputs if out.output_type == "stream" and out.name == "stdout")
